package fr.traboule.residents;

import java.util.Optional;

/**
 * Why a record is kept, as whoever keeps it writes it down.
 *
 * @param words which law, or how the person said their wish
 */
public record Grounds(Basis basis, Optional<String> words) {

    /** In characters. */
    public static final int LONGEST = 300;

    public static final Grounds WISH = new Grounds(Basis.WISH, Optional.empty());

    public Grounds {
        if (basis == Basis.LAW && words.isEmpty()) {
            throw new IllegalArgumentException("A law that needs a record is named");
        }
        if (words.filter(text -> text.isBlank() || text.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("Grounds are said in at most " + LONGEST + " characters");
        }
    }
}
