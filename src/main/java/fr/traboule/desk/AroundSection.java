package fr.traboule.desk;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.StaffMember;
import fr.traboule.requests.Complaints;
import fr.traboule.requests.CorrectText;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.RelateRequests;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a request: what stands around it. Complaints, requests that are linked with it, words that were corrected. */
@Component
@Order(5)
class AroundSection implements CaseSection {

    private final Complaints complaints;
    private final RelateRequests related;
    private final CorrectText corrections;
    private final HandleRequest handle;
    private final Directory directory;
    private final AccountNames names;
    private final TemplateEngine templates;

    AroundSection(
            Complaints complaints,
            RelateRequests related,
            CorrectText corrections,
            HandleRequest handle,
            Directory directory,
            AccountNames names,
            TemplateEngine templates) {
        this.complaints = complaints;
        this.related = related;
        this.corrections = corrections;
        this.handle = handle;
        this.directory = directory;
        this.names = names;
        this.templates = templates;
    }

    /** A text that was corrected, with who did it. */
    record FormerText(CorrectText.Former former, String label, String who) {}

    @Override
    public Optional<Content> of(RequestSheet sheet, Page page) {
        return page.staff().map(StaffMember::actor).map(agent -> content(agent, sheet, page));
    }

    private Content content(Actor.Agent agent, RequestSheet sheet, Page page) {
        var request = sheet.request();
        var shown = new HashMap<String, Object>();
        shown.put("page", page);
        shown.put("number", request.number().toString());
        shown.put("complaints", complaints.of(request));
        shown.put("related", related.of(agent, request));
        shown.put("mayHandle", handle.mayHandle(agent, request));
        shown.put("mayCorrect", !corrections.texts(agent, request).isEmpty());
        shown.put("former", former(sheet));
        complaints.about(request).ifPresent(complained -> {
            shown.put("about", complained.number().toString());
            shown.put("against", directory.unit(complained.against()).name().in(page.language()));
        });
        return output -> templates.render("desk/around.jte", shown, output);
    }

    private List<FormerText> former(RequestSheet sheet) {
        return corrections.former(sheet.request()).stream()
                .map(former ->
                        new FormerText(former, CorrectionController.label(former.which()), names.of(former.by())))
                .toList();
    }
}
