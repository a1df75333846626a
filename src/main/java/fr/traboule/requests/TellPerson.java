package fr.traboule.requests;

import fr.traboule.ground.outbox.Outbox;
import fr.traboule.residents.AnswerWay;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells a person something by the way they chose, in the transaction of the act: an e-mail leaves by itself, a letter or a call
 * waits until somebody says that it is done. Nowhere else is that decided, so that no act promises what nobody remembers.
 */
@Component
class TellPerson {

    private final Outbox outbox;
    private final Mail mail;
    private final JdbcDeliveries deliveries;
    private final Requests requests;
    private final Clock clock;

    TellPerson(Outbox requestsOutbox, Mail mail, JdbcDeliveries deliveries, Requests requests, Clock clock) {
        this.outbox = requestsOutbox;
        this.mail = mail;
        this.deliveries = deliveries;
        this.requests = requests;
        this.clock = clock;
    }

    void tell(Request request, Contact contact, Notice notice) {
        if (contact.way() == AnswerWay.EMAIL) {
            write(request, contact, notice);
        } else if (notice.kind() != NoticeKind.RECEIPT || !hasReceipt(request.channel(), contact.way())) {
            DeliveryKind.by(contact.way()).ifPresent(kind -> deliveries.add(request, kind, notice, clock.instant()));
        }
    }

    /** Whoever stood there or was at the page has it in hand; on the telephone it was told, and a letter keeps it. */
    private static boolean hasReceipt(Channel channel, AnswerWay way) {
        return switch (channel) {
            case COUNTER, WEB, FIELD_AGENT -> true;
            case PHONE -> way == AnswerWay.PHONE;
            case LETTER, PAPER_FORM -> false;
        };
    }

    /** The person wants another way: what waits to be handed over goes by that one too. */
    void goBy(Request request, Contact contact) {
        DeliveryKind.by(contact.way())
                .ifPresentOrElse(other -> deliveries.goBy(request.id(), other), () -> withoutAnybody(request, contact));
    }

    private void withoutAnybody(Request request, Contact contact) {
        for (var replaced : deliveries.replace(request.id())) {
            if (contact.way() == AnswerWay.EMAIL) {
                write(request, contact, new Notice(replaced.notice(), said(request, replaced.message())));
            }
        }
    }

    private Optional<Message> said(Request request, Optional<UUID> message) {
        return requests.messages(request.id()).stream()
                .filter(said -> message.equals(Optional.of(said.id())))
                .findFirst();
    }

    private void write(Request request, Contact contact, Notice notice) {
        var email = mail.of(request, contact.email().orElseThrow(), notice);
        outbox.put(email.about(request.id().value()), clock.instant());
    }
}
