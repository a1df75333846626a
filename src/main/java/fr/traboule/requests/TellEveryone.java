package fr.traboule.requests;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.Actor;
import org.springframework.stereotype.Component;

/** What is said to the person is said to everyone who reported the same thing, each with their own number. */
@Component
class TellEveryone {

    private final Requests requests;
    private final Ledger ledger;
    private final TellPerson tellPerson;

    TellEveryone(Requests requests, Ledger ledger, TellPerson tellPerson) {
        this.requests = requests;
        this.ledger = ledger;
        this.tellPerson = tellPerson;
    }

    void answered(Request request, Message answer, Actor actor) {
        tell(request, NoticeKind.ANSWER, FactKind.ANSWERED, answer, actor);
    }

    void handedOver(Request request, Message words, Actor actor) {
        tell(request, NoticeKind.HANDED_OVER, FactKind.HANDED_OVER, words, actor);
    }

    private void tell(Request request, NoticeKind kind, FactKind fact, Message said, Actor actor) {
        tellPerson.tell(request, requests.statement(request.id()).contact(), Notice.of(kind, said));
        for (var other : requests.mergedInto(request.id())) {
            var again = again(said);
            ledger.say(other, fact, again, actor);
            tellPerson.tell(other, requests.contactHeld(other.id()), Notice.of(kind, again));
        }
    }

    /** The same words, with another request. */
    private static Message again(Message said) {
        return new Message(UuidCreator.getTimeOrderedEpoch(), said.kind(), said.words(), said.at());
    }
}
