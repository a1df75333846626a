package fr.traboule.requests;

import java.util.Locale;

/** How a request came to the unit that answers for it. */
enum UnitMove {
    /** By its subject and place, or for want of them. */
    ROUTED,
    /** From unit to unit. */
    MOVED,
    /** The unit before said that it was not theirs. */
    NOT_OURS,
    /** Too many said so: triage decides. */
    TRIAGE,
    /** The unit before closed. */
    WITH_UNIT,
    /** It opened again. */
    BACK;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
