package fr.traboule.bulk;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.LookAhead;
import fr.traboule.requests.Request;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import fr.traboule.works.WorkViews;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes batches ready to be shown to their agent. */
@Component
@Transactional(readOnly = true)
class BatchViews {

    private final Batches batches;
    private final LookAhead lookAhead;
    private final HandleRequest handle;
    private final AnswerText texts;
    private final Subjects subjects;
    private final AccountNames names;
    private final WorkViews works;

    BatchViews(
            Batches batches,
            LookAhead lookAhead,
            HandleRequest handle,
            AnswerText texts,
            Subjects subjects,
            AccountNames names,
            WorkViews works) {
        this.batches = batches;
        this.lookAhead = lookAhead;
        this.handle = handle;
        this.texts = texts;
        this.subjects = subjects;
        this.names = names;
        this.works = works;
    }

    BatchView of(Actor.Agent agent, Batch batch, List<BatchLine> lines, Wording wording) {
        var id = batch.id();
        return new BatchView(
                batch,
                batches.count(id),
                batches.ahead(id),
                batches.ways(id),
                batches.others(id),
                batches.results(id),
                batch.colleague().map(names::of),
                batch.work().flatMap(work -> works.of(agent, work)),
                lines.stream()
                        .map(line -> line(agent, batch, line, wording.language()))
                        .toList());
    }

    private BatchView.Line line(Actor.Agent agent, Batch batch, BatchLine line, Language language) {
        var request =
                lookAhead.of(agent, line.seen().number(), batch.act().act()).request();
        return new BatchView.Line(
                line,
                request.flatMap(Request::subject)
                        .flatMap(subjects::byId)
                        .map(subject -> subject.title().in(language)),
                request.map(Request::status));
    }

    /** Those who work in the units of these requests. */
    List<Option> colleagues(Actor.Agent agent, Batch batch, List<BatchLine> lines) {
        var one = requests(agent, batch, lines)
                .collect(toMap(Request::unit, request -> request, (first, other) -> first));
        return one.values().stream()
                .flatMap(request -> handle.colleagues(request).stream())
                .distinct()
                .map(account -> Option.of(account.value().toString(), names.of(account)))
                .sorted(comparing(Option::label))
                .toList();
    }

    /** Those that fit the first of them; the agent chooses requests that are alike. */
    List<Option> models(Actor.Agent agent, Batch batch, List<BatchLine> lines, Wording wording) {
        return requests(agent, batch, lines)
                .findFirst()
                .map(like -> texts.models(agent, like, wording))
                .orElse(List.of());
    }

    private Stream<Request> requests(Actor.Agent agent, Batch batch, List<BatchLine> lines) {
        return lines.stream()
                .map(line -> lookAhead
                        .of(agent, line.seen().number(), batch.act().act())
                        .request())
                .flatMap(Optional::stream);
    }
}
