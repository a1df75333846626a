package fr.traboule.desk;

import fr.traboule.ground.access.StaffMember;
import fr.traboule.requests.LinkResident;
import fr.traboule.requests.RequestSheet;
import fr.traboule.residents.ReadResidents;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a request: whose record it is tied to, or the way to one. */
@Component
@Order(5)
class CaseResidentSection implements CaseSection {

    private final LinkResident links;
    private final ReadResidents residents;
    private final TemplateEngine templates;

    CaseResidentSection(LinkResident links, ReadResidents residents, TemplateEngine templates) {
        this.links = links;
        this.residents = residents;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(RequestSheet request, Page page) {
        return page.staff().map(StaffMember::actor).filter(residents::mayRead).map(agent -> {
            var parameters = new HashMap<String, Object>();
            parameters.put("page", page);
            parameters.put("number", request.request().number().toString());
            parameters.put("card", links.of(agent, request.request()).orElse(null));
            return output -> templates.render("desk/residentSection.jte", parameters, output);
        });
    }
}
