package fr.traboule.staff;

import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.PasswordLinks;
import fr.traboule.ground.outbox.Email;
import fr.traboule.ground.outbox.Outbox;
import fr.traboule.web.Language;
import fr.traboule.web.Theme;
import fr.traboule.web.Wordings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the program writes to people who work for the city: links by which they choose a password, and what happened
 * to their second factor. In French.
 */
@Component
class StaffMail {

    static final Duration INVITATION = Duration.ofDays(7);
    static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Outbox outbox;
    private final PasswordLinks links;
    private final Wordings wordings;
    private final Theme.Source theme;
    private final Clock clock;
    private final String baseUrl;

    StaffMail(
            Outbox staffOutbox,
            PasswordLinks links,
            Wordings wordings,
            Theme.Source theme,
            Clock clock,
            @Value("${traboule.base-url}") String baseUrl) {
        this.outbox = staffOutbox;
        this.links = links;
        this.wordings = wordings;
        this.theme = theme;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    void invite(Account account) {
        send(account, "invitation", INVITATION);
    }

    void forgotten(Account account) {
        send(account, "forgotten", FORGOTTEN);
    }

    void announce(Account account, StaffFact fact) {
        var in = wordings.in(Language.FR);
        var city = theme.current().cityName();
        var email = new Email(
                account.email(),
                in.text("staff.mail.changed.subject", city),
                in.text(
                        "staff.mail.changed.text",
                        account.name(),
                        in.text("staff.mail.changed." + fact.code()),
                        city,
                        baseUrl + MyAccountController.ADDRESS));
        outbox.put(email.about(account.id().value()), clock.instant());
    }

    private void send(Account account, String mail, Duration validity) {
        var in = wordings.in(Language.FR);
        var link = baseUrl + "/mot-de-passe/" + links.make(account.id(), validity);
        var until = in.dateTime(clock.instant().plus(validity));
        var city = theme.current().cityName();
        var email = new Email(
                account.email(),
                in.text("staff.mail." + mail + ".subject", city),
                in.text("staff.mail." + mail + ".text", account.name(), city, link, until));
        outbox.put(email.about(account.id().value()), clock.instant());
    }
}
