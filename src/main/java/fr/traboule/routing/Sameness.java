package fr.traboule.routing;

/**
 * Within what two requests about one subject may be the same thing: an overflowing bin is another one next week, a broken bench
 * is the same one for months.
 *
 * @param metres from one to the other
 * @param days from one to the other
 */
public record Sameness(int metres, int days) {

    /** Where the subject says nothing. */
    public static final Sameness USUAL = new Sameness(100, 60);

    static final int MOST_METRES = 5_000;
    static final int MOST_DAYS = 730;
}
