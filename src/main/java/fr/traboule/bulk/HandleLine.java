package fr.traboule.bulk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.LookAhead;
import fr.traboule.requests.Request;
import fr.traboule.requests.Standing;
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
        return switch (batch.act()) {
            case ASSIGN ->
                batch.colleague().filter(handle.colleagues(request)::contains).isPresent()
                        ? LineResult.DONE
                        : LineResult.NOT_A_COLLEAGUE;
            case ANSWER -> texts.of(agent, batch, request.number()).isPresent() ? LineResult.DONE : LineResult.NO_TEXT;
        };
    }

    /** In the transaction of the work: it is done once. */
    LineResult handle(Actor.Agent agent, Batch batch, Seen seen) {
        var standing = lookAhead.of(agent, seen, batch.act().act());
        if (standing != Standing.POSSIBLE) {
            return LineResult.of(standing);
        }
        var found = ahead(agent, batch, seen);
        return found.ahead().result() == LineResult.DONE
                ? act(agent, batch, seen)
                : found.ahead().result();
    }

    private LineResult act(Actor.Agent agent, Batch batch, Seen seen) {
        var outcome = switch (batch.act()) {
            case ASSIGN -> handle.assign(agent, seen, batch.colleague().orElseThrow());
            case ANSWER -> {
                var text = texts.of(agent, batch, seen.number()).orElseThrow();
                yield handle.answer(agent, seen, text.words(), text.model());
            }
        };
        return switch (outcome) {
            case HandleRequest.Done done -> LineResult.DONE;
            case HandleRequest.ChangedMeanwhile changed -> LineResult.CHANGED;
        };
    }
}
