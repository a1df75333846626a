package fr.traboule.requests;

import fr.traboule.city.Directory;
import fr.traboule.ground.database.SecretKey;
import fr.traboule.ground.outbox.Email;
import fr.traboule.ground.outbox.Outbox;
import fr.traboule.web.Wording;
import fr.traboule.web.Wordings;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the city writes to people by e-mail, in their language, when they chose this way. */
@Component
class Mail {

    private final Outbox outbox;
    private final Wordings wordings;
    private final Directory directory;
    private final SecretKey key;
    private final String baseUrl;
    private final Clock clock;

    Mail(
            Outbox requestsOutbox,
            Wordings wordings,
            Directory directory,
            SecretKey key,
            @Value("${traboule.base-url}") String baseUrl,
            Clock clock) {
        this.outbox = requestsOutbox;
        this.wordings = wordings;
        this.directory = directory;
        this.key = key;
        this.baseUrl = baseUrl;
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
                        TrackingSecret.of(request.id(), key).toString(),
                        unit(request, in),
                        in.date(request.dueOn()),
                        link(request)));
    }

    void answer(Request request, Contact contact, String answer) {
        var in = wordings.in(request.language());
        send(
                request,
                contact,
                in.text("requests.mail.answer.subject", request.number().toString()),
                in.text("requests.mail.answer.text", request.number().toString(), answer, unit(request, in), link(request)));
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

    private String link(Request request) {
        return baseUrl + TrackingLink.of(request.number(), TrackingSecret.of(request.id(), key));
    }
}
