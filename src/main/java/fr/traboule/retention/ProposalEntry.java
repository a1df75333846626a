package fr.traboule.retention;

import fr.traboule.city.UnitId;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.routing.SubjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * One request of a list.
 *
 * @param rule code of the one by which it is there
 * @param out why it was taken out, if it was
 */
record ProposalEntry(
        RequestId request,
        RequestNumber number,
        Optional<SubjectId> subject,
        UnitId unit,
        Instant receivedAt,
        Instant endedAt,
        String rule,
        Optional<OutReason> out,
        boolean destroyed) {}
