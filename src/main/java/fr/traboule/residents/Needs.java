package fr.traboule.residents;

import java.util.List;
import java.util.Optional;

/**
 * What the person needs so that they can be received like everybody else.
 *
 * @param words what no box says
 */
public record Needs(List<Need> kinds, Optional<String> words) {

    /** In characters. */
    public static final int LONGEST = 300;

    public static final Needs NONE = new Needs(List.of(), Optional.empty());

    public Needs {
        if (words.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("Needs are said in at most " + LONGEST + " characters");
        }
        kinds = kinds.stream().distinct().sorted().toList();
    }

    public boolean isEmpty() {
        return kinds.isEmpty() && words.isEmpty();
    }
}
