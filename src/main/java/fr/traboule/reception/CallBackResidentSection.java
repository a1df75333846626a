package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.FindPerson;
import fr.traboule.residents.Detail;
import fr.traboule.residents.DetailKind;
import fr.traboule.residents.ResidentCard;
import fr.traboule.residents.ResidentId;
import fr.traboule.residents.ResidentSection;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the record of a person: the call-backs that wait for a number of theirs alone, in the agent's units. */
@Component
@Order(20)
class CallBackResidentSection implements ResidentSection {

    private final ReadCallBacks callBacks;
    private final CallBackViews views;
    private final Permissions permissions;
    private final TemplateEngine templates;

    CallBackResidentSection(
            ReadCallBacks callBacks, CallBackViews views, Permissions permissions, TemplateEngine templates) {
        this.callBacks = callBacks;
        this.views = views;
        this.permissions = permissions;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Actor.Agent agent, ResidentCard person, Set<ResidentId> records, Page page) {
        if (!permissions.allow(agent, ReceptionPermission.CALL_BACK)) {
            return Optional.empty();
        }
        var phones = person.details().stream()
                .filter(detail -> detail.kind() == DetailKind.PHONE && !detail.shared())
                .map(Detail::value)
                .flatMap(phone -> FindPerson.phones(phone).stream())
                .toList();
        var lines = callBacks.openOf(agent, phones).stream()
                .map(callBack -> views.line(callBack, Optional.empty(), page))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(output -> templates.render(
                        "reception/residentSection.jte", Map.of("page", page, "lines", lines), output));
    }
}
