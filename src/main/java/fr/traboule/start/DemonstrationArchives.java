package fr.traboule.start;

import static java.util.stream.Collectors.groupingBy;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.records.Line;
import fr.traboule.requests.Channel;
import fr.traboule.requests.ContactForm;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.Statement;
import fr.traboule.requests.TakeOverRequest;
import fr.traboule.residents.AnswerWay;
import fr.traboule.retention.ArchiveDue;
import fr.traboule.retention.DecideElimination;
import fr.traboule.retention.HoldReason;
import fr.traboule.retention.KeptRequests;
import fr.traboule.retention.ProposeElimination;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Old requests of the demonstration, so that each state of what is kept is there to be seen: destroyed with a certificate (a
 * few seconds after the start), on a list that awaits its visa, held, archived.
 */
@Component
class DemonstrationArchives {

    private static final Duration TEN_HOURS = Duration.ofHours(10);

    private final TakeOverRequest takeOver;
    private final DemonstrationRequest demonstrationRequest;
    private final ArchiveDue archiveDue;
    private final ProposeElimination propose;
    private final DecideElimination decide;
    private final KeptRequests kept;
    private final Subjects subjects;
    private final Clock clock;

    DemonstrationArchives(
            TakeOverRequest takeOver,
            DemonstrationRequest demonstrationRequest,
            ArchiveDue archiveDue,
            ProposeElimination propose,
            DecideElimination decide,
            KeptRequests kept,
            Subjects subjects,
            Clock clock) {
        this.takeOver = takeOver;
        this.demonstrationRequest = demonstrationRequest;
        this.archiveDue = archiveDue;
        this.propose = propose;
        this.decide = decide;
        this.kept = kept;
        this.subjects = subjects;
        this.clock = clock;
    }

    void add(List<Line> lines, Map<String, Actor.Agent> agents) {
        var batches = lines.stream().collect(groupingBy(line -> line.required("batch")));
        var officer = Objects.requireNonNull(agents.get("protection@demo.example"));
        var archivist = Objects.requireNonNull(agents.get("archives@demo.example"));
        takeOver(batch(batches, "first"), agents);
        archiveDue.next();
        propose.propose(officer).ifPresent(list -> {
            decide.sign(
                    archivist,
                    list,
                    CityTime.day(clock.instant()),
                    "Hélène Marchand (fictive), archiviste",
                    Optional.of("DEMO-1 (fictif)"));
            decide.carryOut(officer, list);
        });
        var held = takeOver(batch(batches, "held"), agents);
        archiveDue.next();
        held.forEach(number ->
                kept.hold(archivist, number, HoldReason.LITIGATION, Optional.of("Recours indemnitaire (fictif)")));
        takeOver(batch(batches, "second"), agents);
        archiveDue.next();
        propose.propose(officer);
        takeOver(batch(batches, "archived"), agents);
        archiveDue.next();
    }

    private static List<Line> batch(Map<String, List<Line>> batches, String name) {
        return batches.getOrDefault(name, List.of());
    }

    private List<RequestNumber> takeOver(List<Line> lines, Map<String, Actor.Agent> agents) {
        return lines.stream().map(line -> takeOver(line, agents)).toList();
    }

    private RequestNumber takeOver(Line line, Map<String, Actor.Agent> agents) {
        var received = CityTime.day(clock.instant())
                .minusMonths(line.whole("months_ago").orElseThrow());
        var answered = received.plusDays(line.whole("days").orElseThrow());
        var contact = new ContactForm(
                line.text("name").orElse(null), line.text("email").orElse(null), null, null);
        return takeOver.takeOver(
                new NewRequest(
                        RequestId.next(),
                        Channel.WEB,
                        Nature.QUESTION,
                        line.text("subject").flatMap(subjects::byCode),
                        Language.FR,
                        new Statement(
                                line.required("description"),
                                demonstrationRequest.where(line),
                                contact.contact(AnswerWay.of(line.required("way")))),
                        List.of()),
                new TakeOverRequest.Past(
                        CityTime.startOf(received).plus(TEN_HOURS),
                        CityTime.startOf(answered).plus(TEN_HOURS),
                        Objects.requireNonNull(agents.get(line.required("agent"))),
                        line.required("answer")));
    }
}
