package fr.traboule.calendar;

/** Whether a place is open. {@code UNKNOWN}: it depends on something that its hours do not tell us; never show it as open. */
public enum OpenState {
    OPEN,
    CLOSED,
    UNKNOWN
}
