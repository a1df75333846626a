package fr.traboule.intake;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.Channel;
import fr.traboule.requests.Contact;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.Statement;
import fr.traboule.residents.AnswerWay;
import fr.traboule.web.Language;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a request of a draft, once: sent again, it gives the same receipt. */
@Service
class SendDraft {

    private final Drafts drafts;
    private final Journey journey;
    private final ReceiveRequest receiveRequest;
    private final ReadRequests readRequests;

    SendDraft(Drafts drafts, Journey journey, ReceiveRequest receiveRequest, ReadRequests readRequests) {
        this.drafts = drafts;
        this.journey = journey;
        this.receiveRequest = receiveRequest;
        this.readRequests = readRequests;
    }

    @Transactional
    Receipt send(Actor actor, Draft draft, Language language) {
        if (draft.sent()) {
            return readRequests.receipt(draft.id());
        }
        var answers = draft.answers();
        var receipt = receiveRequest.receive(
                actor,
                new NewRequest(
                        draft.id(),
                        Channel.WEB,
                        draft.door().nature(),
                        journey.subject(draft),
                        language,
                        new Statement(answers.description(), Optional.ofNullable(answers.place()), contact(answers)),
                        answers.files().stream().map(FileId::new).toList()));
        drafts.markSent(draft);
        return receipt;
    }

    private static Contact contact(Answers answers) {
        var way = answers.way();
        var reach = answers.reach();
        return way == null || way == AnswerWay.NONE || reach == null ? Contact.NONE : reach.contact(way);
    }
}
