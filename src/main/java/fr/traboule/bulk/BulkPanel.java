package fr.traboule.bulk;

import fr.traboule.desk.DeskPanel;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the first page of the desk: what its agent began and did not decide, and what can still be held back. */
@Component
@Order(30)
class BulkPanel implements DeskPanel {

    private static final int MOST = 3;

    private final PrepareBatch prepare;
    private final BatchViews views;
    private final Permissions permissions;
    private final TemplateEngine templates;

    BulkPanel(PrepareBatch prepare, BatchViews views, Permissions permissions, TemplateEngine templates) {
        this.prepare = prepare;
        this.views = views;
        this.permissions = permissions;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Actor.Agent agent, Page page) {
        if (!permissions.allow(agent, RequestPermission.HANDLE)) {
            return Optional.empty();
        }
        var open = prepare.of(agent, MOST).stream()
                .map(batch -> views.of(agent, batch, List.of(), page))
                .filter(view -> view.batch().state() != BatchState.STARTED || view.waits())
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        output -> templates.render("bulk/panel.jte", Map.of("page", page, "views", open), output));
    }
}
