package fr.traboule.reception;

import fr.traboule.desk.DeskPanel;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the first page of the desk: what one began and did not file, and what of it ends soon. */
@Component
@Order(11)
class DraftPanel implements DeskPanel {

    private final KeepDrafts keepDrafts;
    private final Permissions permissions;
    private final TemplateEngine templates;

    DraftPanel(KeepDrafts keepDrafts, Permissions permissions, TemplateEngine templates) {
        this.keepDrafts = keepDrafts;
        this.permissions = permissions;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Actor.Agent agent, Page page) {
        if (!permissions.allow(agent, RequestPermission.FILE)) {
            return Optional.empty();
        }
        var held = keepDrafts.held(agent);
        return held.number() == 0
                ? Optional.empty()
                : Optional.of(output ->
                        templates.render("reception/draftPanel.jte", Map.of("page", page, "held", held), output));
    }
}
