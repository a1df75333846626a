package fr.traboule.tracking;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.city.Whereabouts;
import fr.traboule.requests.PersonActs;
import fr.traboule.requests.PublicPictures;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestAct;
import fr.traboule.requests.RequestSheet;
import fr.traboule.requests.RequestStory;
import fr.traboule.residents.AnswerWay;
import fr.traboule.routing.Subjects;
import fr.traboule.tracking.TrackedRequest.TrackedPicture;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request into what its person is shown: plain words, in their language, nothing that is meant for agents only. */
@Component
class TrackedRequests {

    private final Directory directory;
    private final Subjects subjects;
    private final PersonActs personActs;
    private final PublicPictures pictures;
    private final Clock clock;

    TrackedRequests(
            Directory directory, Subjects subjects, PersonActs personActs, PublicPictures pictures, Clock clock) {
        this.directory = directory;
        this.subjects = subjects;
        this.personActs = personActs;
        this.pictures = pictures;
        this.clock = clock;
    }

    TrackedRequest of(RequestSheet sheet, Wording wording) {
        var request = sheet.request();
        var unit = directory.unit(request.unit());
        return new TrackedRequest(
                request.number().toString(),
                request.status(),
                request.subject()
                        .flatMap(subjects::byId)
                        .map(subject -> subject.title().in(wording.language())),
                unit.name().in(wording.language()),
                directory.phone(unit),
                passedOnTo(request, wording),
                request.channel().received(wording, request.receivedAt()),
                request.dueOn(),
                request.status().isOpen() && CityTime.day(clock.instant()).isAfter(request.dueOn()),
                sheet.statement().description(),
                sheet.statement().where().map(Whereabouts::label),
                sheet.files(),
                pictures(sheet),
                personActs.possible(request),
                sheet.statement().contact().way(),
                otherWays(sheet),
                request.version(),
                sheet.story().stream()
                        .filter(story -> !story.isInternal())
                        .map(story -> entry(story, wording))
                        .toList());
    }

    private List<TrackedPicture> pictures(RequestSheet sheet) {
        return pictures.of(sheet.request().id()).stream()
                .flatMap(picture -> sheet.files().stream()
                        .filter(file -> file.id().equals(picture.photo()))
                        .map(file ->
                                new TrackedPicture(file.id().value().toString(), file.name(), picture.hidesParts())))
                .toList();
    }

    ArchivedTrackedRequest archived(Request request, Wording wording) {
        var unit = directory.unit(request.unit());
        var archived = request.archived().orElseThrow();
        return new ArchivedTrackedRequest(
                request.number().toString(),
                request.status(),
                unit.name().in(wording.language()),
                directory.phone(unit),
                request.receivedAt(),
                archived.endedAt(),
                archived.at(),
                archived.destroyedAt());
    }

    private static List<AnswerWay> otherWays(RequestSheet sheet) {
        return sheet.request().allows(RequestAct.CHANGE_WAY)
                ? Arrays.stream(AnswerWay.values())
                        .filter(way -> way != sheet.statement().contact().way())
                        .toList()
                : List.of();
    }

    private Optional<Words> passedOnTo(Request request, Wording wording) {
        return Optional.of(directory.organisation(request.organisation()))
                .filter(organisation -> !organisation.kind().isOurs())
                .map(organisation -> organisation.name().in(wording.language()));
    }

    private TimelineEntry entry(RequestStory story, Wording wording) {
        return new TimelineEntry(
                story.at(),
                wording.text(story.kind()),
                unit(story, wording),
                story.words().filter(words -> !story.wordsAreInternal()).orElse(null),
                false);
    }

    private @Nullable String unit(RequestStory story, Wording wording) {
        return story.unit().map(id -> unit(id, wording)).orElse(null);
    }

    private String unit(UnitId id, Wording wording) {
        return directory.unit(id).name().in(wording.language()).text();
    }
}
