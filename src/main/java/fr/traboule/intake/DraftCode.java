package fr.traboule.intake;

import java.security.SecureRandom;
import java.util.Locale;

/** Six letters that are told aloud to go on with a draft elsewhere; those that are mistaken for others are left out. */
final class DraftCode {

    static final int LENGTH = 6;

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private DraftCode() {}

    static String random() {
        var code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What was typed without what people add: spaces, dashes, small letters. */
    static String typed(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}.]", "");
    }
}
