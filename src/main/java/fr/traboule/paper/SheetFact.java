package fr.traboule.paper;

import java.util.Locale;

/** What can happen to an outage sheet, as its history keeps it. */
enum SheetFact {
    PRINTED,
    USED,
    SPOILED;

    String code() {
        return "sheet_" + name().toLowerCase(Locale.ROOT);
    }
}
