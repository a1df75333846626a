package fr.traboule.bulk;

import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.residents.AnswerWay;
import java.util.Optional;

/**
 * A request of a batch.
 *
 * @param position from 1
 * @param seen the version that the agent decided on
 * @param ahead empty before they said what is to be done
 * @param result what came of it; empty before
 */
record BatchLine(int position, Seen seen, Optional<Ahead> ahead, Optional<LineResult> result) {

    /**
     * What the agent read before they decided.
     *
     * @param result what it would come to
     * @param way in which its person is answered; empty where the agent does not handle it
     * @param others who reported the same thing, and are told the same
     */
    record Ahead(LineResult result, Optional<AnswerWay> way, int others) {}
}
