package fr.traboule.intake;

import fr.traboule.requests.RequestId;
import java.time.Instant;

/**
 * Answers in progress. It is no request: nobody works on it until it is sent.
 *
 * @param id that the request will have, so that a form sent twice is one request
 * @param code that a person can say aloud to go on elsewhere
 * @param sent whether it became a request; the answers are gone then
 */
record Draft(RequestId id, Door door, String code, Answers answers, Instant expiresAt, boolean sent) {

    Draft with(Answers changed) {
        return new Draft(id, door, code, changed, expiresAt, sent);
    }
}
