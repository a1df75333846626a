package fr.traboule.correspondence;

import fr.traboule.ground.outbox.Courier;
import fr.traboule.ground.outbox.Email;
import fr.traboule.ground.outbox.OutboxMessage;
import java.time.Clock;

/** Where there is no mail server, puts e-mails where administrators can read them. */
class MailboxCourier implements Courier {

    private final Mailbox mailbox;
    private final Clock clock;

    MailboxCourier(Mailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Email.KIND;
    }

    @Override
    public boolean deliver(OutboxMessage message) {
        mailbox.add(message.id(), Email.from(message), clock.instant());
        return false;
    }
}
