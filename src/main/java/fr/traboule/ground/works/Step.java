package fr.traboule.ground.works;

import java.util.Optional;

/** What a portion came to. */
public sealed interface Step {

    /** How many of those to do are done with it. */
    long count();

    /** @param position where the next portion begins; only the kind understands it */
    record On(long count, String position) implements Step {}

    /**
     * It was the last one.
     *
     * @param outcome what came of it, where there is a page that shows it; only the kind understands it
     */
    record End(long count, Optional<String> outcome) implements Step {

        public End(long count) {
            this(count, Optional.empty());
        }
    }
}
