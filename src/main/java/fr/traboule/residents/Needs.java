package fr.traboule.residents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** What either says; words that are too long together are those of this one. */
    Needs and(Needs other) {
        var both =
                Stream.concat(words.stream(), other.words.stream()).distinct().collect(Collectors.joining("\n"));
        return new Needs(
                Stream.concat(kinds.stream(), other.kinds.stream()).toList(),
                both.isEmpty() || both.length() > LONGEST ? words.or(other::words) : Optional.of(both));
    }

    public boolean isEmpty() {
        return kinds.isEmpty() && words.isEmpty();
    }
}
