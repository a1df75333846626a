package fr.traboule.retention;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A list of what may be destroyed (« bordereau d'élimination »).
 *
 * @param reference as it is said and written, such as 2026-0004
 * @param words why it was refused
 */
record Proposal(
        ProposalId id,
        String reference,
        AccountId proposedBy,
        Instant proposedAt,
        ProposalState state,
        Instant stateAt,
        Optional<String> words,
        Optional<Visa> visa) {

    /**
     * That somebody else lets it be destroyed.
     *
     * @param account who wrote it down here
     * @param signatory name and capacity of who signed
     * @param reference of the document that was signed
     */
    record Visa(AccountId account, LocalDate signedOn, String signatory, Optional<String> reference) {}

    /**
     * How many are on it.
     *
     * @param destroyed already
     * @param out taken out
     * @param left neither
     * @param firstEnded of all but those taken out
     */
    record Extent(long destroyed, long out, long left, Optional<LocalDate> firstEnded, Optional<LocalDate> lastEnded) {

        /** What it is about, whether it is destroyed already or not. */
        long listed() {
            return destroyed + left;
        }
    }
}
