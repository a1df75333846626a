package fr.traboule.reception;

import java.util.Optional;

/**
 * Whom to call, and about what.
 *
 * @param outcome what was said in the end, or how they were reached otherwise
 */
public record Caller(String phone, Optional<String> name, Optional<String> words, Optional<String> outcome) {

    /** The longest words, in characters. */
    static final int LONGEST = 1_000;

    static final int LONGEST_NAME = 200;
    static final int LONGEST_PHONE = 25;

    public Caller {
        if (phone.isBlank()
                || phone.length() > LONGEST_PHONE
                || name.filter(text -> text.length() > LONGEST_NAME).isPresent()
                || words.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("Whoever wants to be called leaves a number");
        }
    }

    public static Caller of(String phone, Optional<String> name, Optional<String> words) {
        return new Caller(phone, name, words, Optional.empty());
    }
}
