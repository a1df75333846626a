package fr.traboule.calendar;

import java.util.regex.Pattern;

/** Tells whether somebody typed the syntax of OpenStreetMap. */
final class OpenStreetMapHours {

    /** « Mar 9:00-12:00 » is every day of March to OpenStreetMap, and Tuesday to whoever types it in French. */
    private static final Pattern TUESDAY_OR_MARCH = Pattern.compile("[^\\p{L}]*(Mar[^\\p{L}]*)+");

    private OpenStreetMapHours() {}

    static boolean isMeant(String text) {
        return OpeningHours.parse(text) instanceof OpeningHours.Parsed
                && !TUESDAY_OR_MARCH.matcher(text).matches();
    }
}
