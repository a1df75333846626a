package fr.traboule.requests;

import fr.traboule.city.Directory;
import fr.traboule.ground.outbox.Email;
import fr.traboule.ground.outbox.Outbox;
import fr.traboule.residents.AnswerWay;
import fr.traboule.web.Wording;
import fr.traboule.web.Wordings;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the city writes to people by e-mail, in their language, when they chose this way. */
@Component
class Mail {

    private final Outbox outbox;
    private final Wordings wordings;
    private final Directory directory;
    private final Receipts receipts;
    private final Clock clock;

    Mail(Outbox requestsOutbox, Wordings wordings, Directory directory, Receipts receipts, Clock clock) {
        this.outbox = requestsOutbox;
        this.wordings = wordings;
        this.directory = directory;
        this.receipts = receipts;
        this.clock = clock;
    }

    void acknowledge(Request request, Contact contact) {
        var in = wordings.in(request.language());
        send(
                request,
                contact,
                in.text("requests.mail.receipt.subject", request.number().toString()),
                in.text(
                        "requests.mail.receipt.text",
                        request.number().toString(),
                        receipts.of(request).secret().toString(),
                        unit(request, in),
                        in.date(request.dueOn()),
                        receipts.link(receipts.of(request))));
    }

    void answer(Request request, Contact contact, String answer) {
        var in = wordings.in(request.language());
        send(
                request,
                contact,
                in.text("requests.mail.answer.subject", request.number().toString()),
                in.text(
                        "requests.mail.answer.text",
                        request.number().toString(),
                        answer,
                        unit(request, in),
                        receipts.link(receipts.of(request)),
                        receipts.link(receipts.of(request), "reclamation"),
                        receipts.link(receipts.of(request), "mediateur")));
    }

    void question(Request request, Contact contact, String question) {
        var in = wordings.in(request.language());
        send(
                request,
                contact,
                in.text("requests.mail.question.subject", request.number().toString()),
                in.text(
                        "requests.mail.question.text",
                        request.number().toString(),
                        question,
                        unit(request, in),
                        receipts.link(receipts.of(request))));
    }

    void reminder(Request request, Contact contact) {
        var in = wordings.in(request.language());
        send(
                request,
                contact,
                in.text("requests.mail.reminder.subject", request.number().toString()),
                in.text(
                        "requests.mail.reminder.text",
                        request.number().toString(),
                        unit(request, in),
                        receipts.link(receipts.of(request))));
    }

    void handedOver(Request request, Contact contact, String words) {
        var in = wordings.in(request.language());
        send(
                request,
                contact,
                in.text("requests.mail.handedOver.subject", request.number().toString()),
                in.text(
                        "requests.mail.handedOver.text",
                        request.number().toString(),
                        directory
                                .organisation(request.organisation())
                                .name()
                                .in(in.language())
                                .text(),
                        words,
                        receipts.link(receipts.of(request))));
    }

    private void send(Request request, Contact contact, String subject, String text) {
        if (contact.way() == AnswerWay.EMAIL) {
            var email = new Email(contact.email().orElseThrow(), subject, text);
            outbox.put(email.about(request.id().value()), clock.instant());
        }
    }

    private String unit(Request request, Wording in) {
        return directory.unit(request.unit()).name().in(in.language()).text();
    }
}
