package fr.traboule.reception;

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

/** On the page of a request: the call-backs about it that the agent's units are to make, and the way to ask for one. */
@Component
@Order(10)
class CallBackSection implements CaseSection {

    private final ReadCallBacks callBacks;
    private final CallBackViews views;
    private final Permissions permissions;
    private final TemplateEngine templates;

    CallBackSection(ReadCallBacks callBacks, CallBackViews views, Permissions permissions, TemplateEngine templates) {
        this.callBacks = callBacks;
        this.views = views;
        this.permissions = permissions;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(RequestSheet request, Page page) {
        return page.staff()
                .map(StaffMember::actor)
                .filter(agent -> permissions.allow(agent, ReceptionPermission.CALL_BACK))
                .map(agent -> callBacks.of(agent, request.request().number()).stream()
                        .map(callBack -> views.line(callBack, Optional.empty(), page))
                        .toList())
                .map(lines -> output -> templates.render(
                        "reception/section.jte",
                        Map.of(
                                "page",
                                page,
                                "lines",
                                lines,
                                "number",
                                request.request().number().toString()),
                        output));
    }
}
