package fr.traboule.requests;

/** Whether something that an agent wants to do with many requests can be done with one of them. */
public enum Standing {
    POSSIBLE,
    /** Somebody changed it since the agent decided. */
    CHANGED,
    /** It is not where that can be done: answered already, merged, withdrawn. */
    NOT_NOW,
    /** Another unit answers for it. */
    NOT_YOURS
}
