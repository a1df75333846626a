package fr.traboule.correspondence;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.outbox.Courier;
import fr.traboule.web.AdministrationLink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The e-mails that did not leave, for administrators. */
@Controller
class MailboxController {

    private static final String ADDRESS = "/administration/courriels";
    private static final int MOST = 20;

    private final Mailbox mailbox;
    private final Permissions permissions;
    private final boolean mailServer;

    MailboxController(Mailbox mailbox, Permissions permissions, List<Courier> couriers) {
        this.mailbox = mailbox;
        this.permissions = permissions;
        this.mailServer = couriers.stream().anyMatch(SmtpCourier.class::isInstance);
    }

    @Bean
    static AdministrationLink mailboxLink() {
        return new AdministrationLink(
                ADDRESS,
                "correspondence.mailbox.title",
                "correspondence.mailbox.summary",
                CorrespondencePermission.READ_MAILBOX);
    }

    @GetMapping(ADDRESS)
    String list(Actor actor, @RequestParam(name = "avant", required = false) @Nullable UUID before, Model model) {
        permissions.require(actor, CorrespondencePermission.READ_MAILBOX);
        var letters = mailbox.before(Optional.ofNullable(before), MOST + 1);
        var shown = letters.stream().limit(MOST).toList();
        model.addAttribute("letters", shown);
        model.addAttribute("mailServer", mailServer);
        model.addAttribute("first", before == null ? null : ADDRESS);
        model.addAttribute(
                "next",
                letters.size() > MOST ? ADDRESS + "?avant=" + shown.getLast().id() : null);
        return "correspondence/mailbox";
    }
}
