package fr.traboule.ground.files;

import java.util.Locale;

/** Whether a file may be opened, and why not. */
public enum FileState {
    /** Nothing looked at it: there was no antivirus, or it has not come that far. */
    UNCHECKED,
    /** It waits for the antivirus. */
    PENDING,
    SAFE,
    /** The antivirus recognised something dangerous: its bytes are kept apart. */
    QUARANTINED,
    /** Set aside, then let go by somebody who said why. */
    RELEASED,
    /** Its bytes are gone, by the decision of somebody who said why. */
    DESTROYED,
    /** Its bytes are not, or no longer, those that came. */
    ALTERED;

    public boolean opens() {
        return switch (this) {
            case UNCHECKED, SAFE, RELEASED -> true;
            case PENDING, QUARANTINED, DESTROYED, ALTERED -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
