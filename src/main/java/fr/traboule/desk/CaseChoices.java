package fr.traboule.desk;

import static java.util.Comparator.comparing;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.AskOpinion;
import fr.traboule.requests.Complaints;
import fr.traboule.requests.Duplicate;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.MergeRequests;
import fr.traboule.requests.Opinion;
import fr.traboule.requests.PersonActs;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestAct;
import fr.traboule.requests.RequestNumber;
import fr.traboule.staff.Absences;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What there is to choose from on the page of a request. */
@Component
class CaseChoices {

    private final HandleRequest handle;
    private final MergeRequests merge;
    private final PersonActs personActs;
    private final AskOpinion opinions;
    private final DeliveryViews deliveries;
    private final Complaints complaints;
    private final Absences absences;
    private final Directory directory;
    private final AccountNames names;

    CaseChoices(
            HandleRequest handle,
            MergeRequests merge,
            PersonActs personActs,
            AskOpinion opinions,
            DeliveryViews deliveries,
            Complaints complaints,
            Absences absences,
            Directory directory,
            AccountNames names) {
        this.handle = handle;
        this.merge = merge;
        this.personActs = personActs;
        this.opinions = opinions;
        this.deliveries = deliveries;
        this.complaints = complaints;
        this.absences = absences;
        this.directory = directory;
        this.names = names;
    }

    /**
     * The choices.
     *
     * @param units that may answer instead; the first one is "I do not know"
     * @param organisations that are not the city's
     * @param duplicates that may be about the same thing
     * @param merged numbers of those that it goes on for
     * @param main number of the one that goes on for it
     * @param deliveries letters to post and calls to make
     * @param ofThePerson what the person may do with it now, through the agent
     */
    record Choices(
            List<Option> colleagues,
            List<Option> units,
            List<Option> organisations,
            List<Duplicate> duplicates,
            List<RequestNumber> merged,
            Optional<RequestNumber> main,
            Set<RequestAct> ofThePerson,
            List<Awaited> opinions,
            boolean mayAskOpinion,
            List<DeliveryViews.DeliveryLine> deliveries) {}

    /**
     * An opinion that is awaited.
     *
     * @param isOurs whether this agent may give it
     */
    record Awaited(String unit, LocalDate dueOn, boolean isOurs) {}

    Choices of(Actor.Agent agent, Request request, Wording wording) {
        return new Choices(
                colleagues(request),
                units(request, wording),
                organisations(wording),
                merge.proposed(agent, request),
                merge.mergedInto(request),
                merge.main(request),
                personActs.possible(request),
                opinions.awaitedFor(request).stream()
                        .map(opinion -> awaited(agent, opinion, wording))
                        .toList(),
                opinions.isPossible(request),
                deliveries.of(agent, request, wording));
    }

    private Awaited awaited(Actor.Agent agent, Opinion opinion, Wording wording) {
        return new Awaited(
                directory.unit(opinion.unit()).name().in(wording.language()).text(),
                opinion.dueOn(),
                opinions.mayGive(agent, opinion));
    }

    private List<Option> colleagues(Request request) {
        var colleagues = handle.colleagues(request);
        var away = absences.awayToday(colleagues);
        return colleagues.stream()
                .filter(account -> !away.containsKey(account))
                .filter(account -> !request.heldBy().equals(Optional.of(account)))
                .map(account -> Option.of(account.value().toString(), names.of(account)))
                .sorted(comparing(Option::label))
                .toList();
    }

    /** A complaint does not go to the unit complained of. */
    private List<Option> units(Request request, Wording wording) {
        var against =
                complaints.about(request).map(Complaints.Complained::against).orElse(null);
        var units = new ArrayList<Option>();
        units.add(Option.of("", wording.text("desk.case.unit.unknown")));
        directory.units().stream()
                .filter(unit -> !unit.id().equals(request.unit())
                        && unit.open()
                        && !unit.id().equals(against))
                .map(unit -> Option.of(
                        unit.code(), unit.name().in(wording.language()).text()))
                .sorted(comparing(Option::label))
                .forEach(units::add);
        return units;
    }

    private List<Option> organisations(Wording wording) {
        return directory.organisations().stream()
                .filter(organisation -> !organisation.kind().isOurs())
                .map(organisation -> Option.of(
                        organisation.code(),
                        organisation.name().in(wording.language()).text()))
                .sorted(comparing(Option::label))
                .toList();
    }
}
