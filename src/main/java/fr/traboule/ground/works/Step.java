package fr.traboule.ground.works;

/** What a portion came to. */
public sealed interface Step {

    /** How many of those to do are done with it. */
    long count();

    /** @param position where the next portion begins; only the kind understands it */
    record On(long count, String position) implements Step {}

    /** It was the last one. */
    record End(long count) implements Step {}
}
