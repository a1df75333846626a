package fr.traboule.retention;

import java.util.Optional;

/**
 * How long requests are kept, and what becomes of them then: a line of the city's table (« tableau de gestion »).
 *
 * @param subject code of the subject it is for, if it is for one
 * @param theme code of the theme it is for, if it is for one; without both it is for all others
 * @param currentMonths after the end of a request, as long as it is of current use
 * @param archiveMonths after those, as long as it is kept among the archives
 * @param reference the text that says so
 * @param confirmed whether the archivist said that it is right: nothing is proposed before
 */
record Rule(
        String code,
        Optional<String> subject,
        Optional<String> theme,
        int currentMonths,
        int archiveMonths,
        Fate fate,
        Approval approval,
        String reference,
        boolean confirmed) {

    /** From the end of a request. */
    int months() {
        return currentMonths + archiveMonths;
    }

    /** Whether what is past its time may be put on a list. */
    boolean proposes() {
        return confirmed && fate != Fate.KEEP;
    }
}
