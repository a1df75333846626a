package fr.traboule.bulk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.HandleRequest.Outcome;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.LookAhead;
import fr.traboule.requests.Request;
import fr.traboule.requests.Standing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One request of a batch: what the act would come to, and the act itself. */
@Component
class HandleLine {

    private final HandleRequest handle;
    private final LookAhead lookAhead;
    private final AnswerText texts;

    HandleLine(HandleRequest handle, LookAhead lookAhead, AnswerText texts) {
        this.handle = handle;
        this.lookAhead = lookAhead;
        this.texts = texts;
    }

    /**
     * As it is now.
     *
     * @param version that this was found out on
     */
    record Found(int version, BatchLine.Ahead ahead) {}

    Found ahead(Actor.Agent agent, Batch batch, Seen seen) {
        var ahead = lookAhead.of(agent, seen.number(), batch.act().act());
        var result = ahead.request()
                .filter(request -> ahead.standing() == Standing.POSSIBLE)
                .map(request -> possible(agent, batch, request))
                .orElseGet(() -> LineResult.of(ahead.standing()));
        return new Found(
                ahead.request().map(Request::version).orElse(seen.version()),
                new BatchLine.Ahead(result, ahead.way(), ahead.others()));
    }

    private LineResult possible(Actor.Agent agent, Batch batch, Request request) {
        var can = switch (batch.act()) {
            case ASSIGN -> isColleague(batch, request);
            case ANSWER -> texts.of(agent, batch, request.number()).isPresent();
        };
        return can ? LineResult.DONE : instead(batch.act());
    }

    private boolean isColleague(Batch batch, Request request) {
        return batch.colleague().filter(handle.colleagues(request)::contains).isPresent();
    }

    private static LineResult instead(BulkAct act) {
        return act == BulkAct.ASSIGN ? LineResult.NOT_A_COLLEAGUE : LineResult.NO_TEXT;
    }

    /** In the transaction of the work: it is done once. */
    LineResult handle(Actor.Agent agent, Batch batch, Seen seen) {
        var now = lookAhead.of(agent, seen, batch.act().act());
        return now.request()
                .filter(request -> now.standing() == Standing.POSSIBLE)
                .map(request ->
                        outcome(agent, batch, request).map(HandleLine::result).orElseGet(() -> instead(batch.act())))
                .orElseGet(() -> LineResult.of(now.standing()));
    }

    /** Empty where what it needs is missing. */
    private Optional<Outcome> outcome(Actor.Agent agent, Batch batch, Request request) {
        var seen = new Seen(request.number(), request.version());
        return switch (batch.act()) {
            case ASSIGN ->
                batch.colleague()
                        .filter(given -> isColleague(batch, request))
                        .map(given -> handle.assign(agent, seen, given));
            case ANSWER ->
                texts.of(agent, batch, request.number())
                        .map(text -> handle.answer(agent, seen, text.words(), text.model()));
        };
    }

    private static LineResult result(Outcome outcome) {
        return switch (outcome) {
            case HandleRequest.Done done -> LineResult.DONE;
            case HandleRequest.ChangedMeanwhile changed -> LineResult.CHANGED;
        };
    }
}
