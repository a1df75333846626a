package fr.traboule.requests;

import fr.traboule.ground.outbox.MessageDelivered;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells in the history of a request that a message about it really left. */
@Component
class MailLeft {

    private final Ledger ledger;

    MailLeft(Ledger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(MessageDelivered delivered) {
        if (delivered.schema().equals(RequestsConfiguration.SCHEMA)) {
            ledger.tell(
                    new RequestId(delivered.subject()),
                    FactKind.MAIL_SENT,
                    delivered.at(),
                    Map.of("outbox", delivered.message().toString()));
        }
    }
}
