package fr.traboule.desk;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Area;
import fr.traboule.city.Directory;
import fr.traboule.city.Location;
import fr.traboule.city.Territory;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestSheet;
import fr.traboule.requests.RequestStory;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns a request into what an agent is shown of it. */
@Component
class CaseViews {

    private final Directory directory;
    private final Territory territory;
    private final Subjects subjects;
    private final AccountNames names;
    private final HandleRequest handle;
    private final Clock clock;

    CaseViews(
            Directory directory,
            Territory territory,
            Subjects subjects,
            AccountNames names,
            HandleRequest handle,
            Clock clock) {
        this.directory = directory;
        this.territory = territory;
        this.subjects = subjects;
        this.names = names;
        this.handle = handle;
        this.clock = clock;
    }

    CaseView of(Actor.Agent agent, RequestSheet sheet, Wording wording) {
        var request = sheet.request();
        var language = wording.language();
        return new CaseView(
                sheet,
                request.subject()
                        .flatMap(subjects::byId)
                        .map(subject -> subject.title().in(language)),
                directory.unit(request.unit()).name().in(language),
                passedOnTo(request, language),
                request.area().map(this::path),
                alsoClose(sheet),
                request.heldBy().map(names::of),
                request.status().isOpen() && CityTime.day(clock.instant()).isAfter(request.dueOn()),
                handle.mayHandle(agent, request),
                sheet.story().stream().map(story -> entry(story, wording)).toList());
    }

    private Optional<Words> passedOnTo(Request request, Language language) {
        return Optional.of(directory.organisation(request.organisation()))
                .filter(organisation -> !organisation.kind().isOurs())
                .map(organisation -> organisation.name().in(language));
    }

    private String path(String area) {
        return territory.upFrom(area).stream().map(Area::name).collect(Collectors.joining(", "));
    }

    private List<Area> alsoClose(RequestSheet sheet) {
        return sheet.statement()
                .where()
                .flatMap(Whereabouts::point)
                .map(territory::locate)
                .map(Location::alsoClose)
                .orElse(List.of());
    }

    private TimelineEntry entry(RequestStory story, Wording wording) {
        var unit = story.unit()
                .map(id -> directory.unit(id).name().in(wording.language()).text());
        var by = Stream.concat(story.agent().map(names::of).stream(), unit.stream())
                .collect(Collectors.joining(" → "));
        return new TimelineEntry(
                story.at(),
                wording.text(story.kind()),
                by.isEmpty() ? null : by,
                story.words().orElse(null),
                story.isInternal());
    }
}
