package fr.traboule.retention;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is left of what was destroyed. Nobody changes it.
 *
 * @param takenOut of the list before it was destroyed
 * @param sha256 of the numbers of the requests, one a line
 */
@SuppressWarnings("ArrayRecordComponent")
record Certificate(
        ProposalId proposal,
        String reference,
        AccountId proposedBy,
        Instant proposedAt,
        AccountId visaBy,
        LocalDate visaOn,
        String signatory,
        Optional<String> visaReference,
        int requests,
        int takenOut,
        Optional<LocalDate> firstEnded,
        Optional<LocalDate> lastEnded,
        Instant finishedAt,
        byte[] sha256) {

    String digest() {
        return HexFormat.of().formatHex(sha256);
    }
}
