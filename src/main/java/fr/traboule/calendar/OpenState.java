package fr.traboule.calendar;

/** Whether a place is open. {@code UNKNOWN}: it depends on what its hours do not tell; never show it as open. */
public enum OpenState {
    OPEN,
    CLOSED,
    UNKNOWN
}
