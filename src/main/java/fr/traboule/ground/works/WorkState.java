package fr.traboule.ground.works;

import java.util.Locale;

/** Where a work stands. */
public enum WorkState {
    WAITING,
    RUNNING,
    /** Somebody cancelled it, and the portion under way has not ended. */
    CANCELLING,
    CANCELLED,
    DONE,
    FAILED;

    public boolean isUnderWay() {
        return this == WAITING || this == RUNNING || this == CANCELLING;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WorkState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
