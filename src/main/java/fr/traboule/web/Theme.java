package fr.traboule.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes the pages the city's own.
 *
 * @param brand colour of buttons and of the band at the top; white text stands on it
 * @param link colour of links on white
 * @param logo address of the city's logo; without one, the arch of the product stands in its place
 * @param phone where somebody answers for the city: shown on every page
 * @param demonstration whether every page says that this is not the real city
 */
public record Theme(
        String cityName,
        List<Language> languages,
        Colour brand,
        Colour link,
        Optional<String> logo,
        Optional<String> phone,
        boolean demonstration) {

    /** WCAG 2.2, 1.4.3 (AA). */
    private static final double READABLE = 4.5;

    public Theme {
        requireReadable(brand);
        requireReadable(link);
        if (!languages.contains(Language.FR)) {
            throw new IllegalArgumentException("French is always offered");
        }
        languages = List.copyOf(languages);
    }

    /** Where the theme comes from: a floor above implements it. */
    public interface Source {

        Theme current();
    }

    /** Whether white text can be read on it, and it on white. */
    public static boolean isReadable(Colour colour) {
        return colour.contrastWith(Colour.WHITE) >= READABLE;
    }

    private static void requireReadable(Colour colour) {
        var contrast = colour.contrastWith(Colour.WHITE);
        if (!isReadable(colour)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The colour %s is not readable beside white: contrast %.2f, at least %.1f is needed",
                    colour.hex(),
                    contrast,
                    READABLE));
        }
    }
}
