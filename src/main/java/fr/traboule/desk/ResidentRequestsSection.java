package fr.traboule.desk;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.RequestElsewhere;
import fr.traboule.requests.ResidentRequests;
import fr.traboule.residents.ResidentCard;
import fr.traboule.residents.ResidentId;
import fr.traboule.residents.ResidentSection;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Page;
import fr.traboule.web.Words;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the record of a person: the requests that are tied to it, as far as the agent may see them. */
@Component
@Order(10)
class ResidentRequestsSection implements ResidentSection {

    private final ResidentRequests requests;
    private final Subjects subjects;
    private final Directory directory;
    private final TemplateEngine templates;

    ResidentRequestsSection(
            ResidentRequests requests, Subjects subjects, Directory directory, TemplateEngine templates) {
        this.requests = requests;
        this.subjects = subjects;
        this.directory = directory;
        this.templates = templates;
    }

    /** A request of theirs. */
    record TiedLine(ResidentRequests.Tied request, Optional<Words> title) {}

    /** A request of theirs that others answer for. */
    record ElsewhereLine(RequestElsewhere request, Words unit) {}

    @Override
    public Optional<Content> of(Actor.Agent agent, ResidentCard person, Set<ResidentId> records, Page page) {
        var language = page.language();
        return requests.of(agent, records).map(found -> {
            var seen = found.seen().stream()
                    .map(request -> new TiedLine(
                            request,
                            request.subject()
                                    .flatMap(subjects::byId)
                                    .map(subject -> subject.title().in(language))))
                    .toList();
            var elsewhere = found.elsewhere().stream()
                    .map(request -> new ElsewhereLine(
                            request, directory.unit(request.unit()).name().in(language)))
                    .toList();
            return output -> templates.render(
                    "desk/residentRequests.jte", Map.of("page", page, "seen", seen, "elsewhere", elsewhere), output);
        });
    }
}
