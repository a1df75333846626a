package fr.traboule.routing;

import fr.traboule.records.Line;
import org.jspecify.annotations.Nullable;

/** Where a line stands among the others of its file. */
final class Ranks {

    private Ranks() {}

    /** As it says; else as the file has it; null for what a page adds, which goes to the end. */
    static @Nullable Integer of(Line line) {
        var said = line.ifThere("rank").flatMap(rank -> line.whole("rank"));
        return said.orElse(line.number() > 0 ? (int) line.number() : null);
    }
}
