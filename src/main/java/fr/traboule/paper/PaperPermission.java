package fr.traboule.paper;

import fr.traboule.ground.access.Permission;

/** What may be done with what comes on paper. */
public enum PaperPermission implements Permission {
    /** Bring scanned letters in, read those of one's units, say what becomes of them. */
    HANDLE_LETTERS,
    /** Print outage sheets for one's units, and say which are spoiled. */
    PRINT_SHEETS
}
