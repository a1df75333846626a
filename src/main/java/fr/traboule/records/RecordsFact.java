package fr.traboule.records;

import java.util.Locale;

/** What can happen to a change, as its history tells it. */
enum RecordsFact {
    PREPARED,
    APPLIED,
    BLOCKED,
    DISCARDED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
