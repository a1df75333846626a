package fr.traboule.tracking;

import fr.traboule.requests.RequestStatus;
import fr.traboule.web.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that is archived, as the person who made it sees it: what became of it and when, no words.
 *
 * @param endedAt when the city had nothing left to do
 */
record ArchivedTrackedRequest(
        String number,
        RequestStatus status,
        Words unit,
        Optional<String> phone,
        Instant receivedAt,
        Instant endedAt,
        Instant archivedAt,
        Optional<Instant> destroyedAt) {}
