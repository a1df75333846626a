package fr.traboule.residents;

import fr.traboule.web.Labelled;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is kept of who somebody is and where they can be reached. */
public enum DetailKind implements Labelled {
    NAME("(?s).{1,200}"),
    EMAIL("[^\\s@,;<>]{1,120}@[^\\s@,;<>]+\\.[^\\s@,;<>]{2,120}"),
    PHONE("\\+?[0-9 .()\\-]{6,25}"),
    ADDRESS("(?s).{1,500}");

    private static final int LONGEST_EMAIL = 254;

    private final Pattern form;

    DetailKind(String form) {
        this.form = Pattern.compile(form);
    }

    public boolean accepts(String value) {
        return form.matcher(value).matches()
                && !value.isBlank()
                && value.indexOf('\0') < 0
                && (this != EMAIL || value.length() <= LONGEST_EMAIL);
    }

    /** Whether several people may have the same. */
    public boolean canBeShared() {
        return this != NAME;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DetailKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
