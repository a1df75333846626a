package fr.traboule.field;

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

/** On the first page of the desk: the way to the page for the street. */
@Component
@Order(90)
class FieldPanel implements DeskPanel {

    private final Permissions permissions;
    private final TemplateEngine templates;

    FieldPanel(Permissions permissions, TemplateEngine templates) {
        this.permissions = permissions;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Actor.Agent agent, Page page) {
        return permissions.allow(agent, FieldPermission.FILE)
                ? Optional.of(output -> templates.render("field/panel.jte", Map.of("page", page), output))
                : Optional.empty();
    }
}
