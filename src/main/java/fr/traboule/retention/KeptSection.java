package fr.traboule.retention;

import fr.traboule.desk.CaseSection;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.access.StaffMember;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a request, for those who may hold it: whether it is held, and where to. */
@Component
@Order(90)
class KeptSection implements CaseSection {

    private final Holds holds;
    private final Permissions permissions;
    private final TemplateEngine templates;

    KeptSection(Holds holds, Permissions permissions, TemplateEngine templates) {
        this.holds = holds;
        this.permissions = permissions;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(RequestSheet request, Page page) {
        return page.staff()
                .map(StaffMember::actor)
                .filter(agent -> permissions.allow(agent, RetentionPermission.HOLD))
                .map(agent -> output -> templates.render(
                        "retention/section.jte",
                        Map.of(
                                "page",
                                page,
                                "held",
                                holds.of(request.request().id()).stream().anyMatch(Hold::lasts),
                                "number",
                                request.request().number().toString()),
                        output));
    }
}
