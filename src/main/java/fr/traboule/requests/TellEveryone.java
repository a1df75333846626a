package fr.traboule.requests;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.Actor;
import org.springframework.stereotype.Component;

/** What is said to the person is said to everyone who reported the same thing, each with their own number. */
@Component
class TellEveryone {

    private final Requests requests;
    private final Ledger ledger;
    private final Mail mail;

    TellEveryone(Requests requests, Ledger ledger, Mail mail) {
        this.requests = requests;
        this.ledger = ledger;
        this.mail = mail;
    }

    void answered(Request request, Message answer, Actor actor) {
        mail.answer(request, requests.statement(request.id()).contact(), answer.words());
        for (var other : requests.mergedInto(request.id())) {
            ledger.say(other, FactKind.ANSWERED, again(answer), actor);
            mail.answer(other, requests.statement(other.id()).contact(), answer.words());
        }
    }

    void handedOver(Request request, Message words, Actor actor) {
        mail.handedOver(request, requests.statement(request.id()).contact(), words.words());
        for (var other : requests.mergedInto(request.id())) {
            ledger.say(other, FactKind.HANDED_OVER, again(words), actor);
            mail.handedOver(other, requests.statement(other.id()).contact(), words.words());
        }
    }

    /** The same words, with another request. */
    private static Message again(Message said) {
        return new Message(UuidCreator.getTimeOrderedEpoch(), said.kind(), said.words(), said.at());
    }
}
