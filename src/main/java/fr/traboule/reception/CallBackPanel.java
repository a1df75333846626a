package fr.traboule.reception;

import fr.traboule.desk.DeskPanel;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the first page of the desk: how many are to be called today. */
@Component
@Order(10)
class CallBackPanel implements DeskPanel {

    private final ReadCallBacks callBacks;
    private final Permissions permissions;
    private final TemplateEngine templates;

    CallBackPanel(ReadCallBacks callBacks, Permissions permissions, TemplateEngine templates) {
        this.callBacks = callBacks;
        this.permissions = permissions;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Actor.Agent agent, Page page) {
        if (!permissions.allow(agent, ReceptionPermission.CALL_BACK)) {
            return Optional.empty();
        }
        var due = callBacks.due(agent);
        return due.today() == 0
                ? Optional.empty()
                : Optional.of(
                        output -> templates.render("reception/panel.jte", Map.of("page", page, "due", due), output));
    }
}
