package fr.traboule.requests;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number of a request as people say it on the phone: nine signs in three groups, such as {@code K7M-4PX-3TN}. The thirty
 * signs leave out those that are mistaken for others (0 O, 1 I L, U for V). The last sign is a check: the sum of the signs,
 * each weighted by its place, is a multiple of 31. As 31 is prime and larger than the alphabet, any single wrong sign and
 * any two signs exchanged are found out, next to each other or not.
 */
public record RequestNumber(String signs) {

    public static final int LENGTH = 9;

    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int PRIME = 31;
    private static final int GROUP = 3;

    public RequestNumber {
        if (!isValid(signs)) {
            throw new IllegalArgumentException("Not a request number");
        }
    }

    /** Of what a person typed or said: spaces, dashes and small letters do not matter; empty if it cannot be a number. */
    public static Optional<RequestNumber> of(String typed) {
        var signs = signsOf(typed);
        return isValid(signs) ? Optional.of(new RequestNumber(signs)) : Optional.empty();
    }

    public static RequestNumber random(RandomGenerator random) {
        while (true) {
            var signs = new StringBuilder();
            while (signs.length() < LENGTH - 1) {
                signs.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            var check = check(signs);
            if (check < ALPHABET.length()) {
                return new RequestNumber(signs.append(ALPHABET.charAt(check)).toString());
            }
            // One draw in 31 has no check sign in the alphabet: another is drawn.
        }
    }

    /** In groups, to be read. */
    @Override
    public String toString() {
        return signs.substring(0, GROUP) + "-" + signs.substring(GROUP, 2 * GROUP) + "-" + signs.substring(2 * GROUP);
    }

    /** What was typed without what people add or mistake: spaces, dashes, dots, small letters, U for V. */
    static String signsOf(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}.]", "").replace('U', 'V');
    }

    static boolean isOfAlphabet(String signs) {
        return signs.chars().allMatch(sign -> ALPHABET.indexOf(sign) >= 0);
    }

    private static boolean isValid(String signs) {
        return signs.length() == LENGTH
                && isOfAlphabet(signs)
                && check(signs.substring(0, LENGTH - 1)) == ALPHABET.indexOf(signs.charAt(LENGTH - 1));
    }

    /** What the last sign must be worth: its own weight is 1, those before it weigh 2, 3... from the right. */
    private static int check(CharSequence signs) {
        var sum = 0;
        for (var i = 0; i < signs.length(); i++) {
            sum += (signs.length() + 1 - i) * ALPHABET.indexOf(signs.charAt(i));
        }
        return Math.floorMod(-sum, PRIME);
    }
}
