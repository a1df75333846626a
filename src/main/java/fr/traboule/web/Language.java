package fr.traboule.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language pages are offered in. French is the one that counts (CRPA L111-1); the others accompany it. */
public enum Language {
    FR("fr", "ltr", "Français"),
    EN("en", "ltr", "English"),
    AR("ar", "rtl", "العربية");

    private final Locale locale;
    private final String direction;
    private final String ownName;

    Language(String code, String direction, String ownName) {
        this.locale = Locale.of(code);
        this.direction = direction;
        this.ownName = ownName;
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** The language of a locale that {@link LanguageResolver} gave, French if it is none of ours. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(FR);
    }

    /** As in the {@code lang} attribute. */
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** Numbers are written with the digits that are in use in France, in every language. */
    Locale numberLocale() {
        return new Locale.Builder()
                .setLocale(locale)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }

    /** As in the {@code dir} attribute. */
    public String direction() {
        return direction;
    }

    /** The language's name in itself, for people who read no other. */
    public String ownName() {
        return ownName;
    }
}
