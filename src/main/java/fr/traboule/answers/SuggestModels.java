package fr.traboule.answers;

import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.city.UnitId;
import fr.traboule.desk.AnswerSuggestions;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestSheet;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offers the model answers that fit a request on its page. */
@Component
class SuggestModels implements AnswerSuggestions {

    private static final int MOST = 50;
    private static final Pattern REFERENCE = Pattern.compile("([0-9a-f-]{36}):([0-9]{1,9})");

    private final JdbcModels models;
    private final ModelValues values;
    private final Subjects subjects;
    private final Directory directory;
    private final Permissions permissions;

    SuggestModels(
            JdbcModels models, ModelValues values, Subjects subjects, Directory directory, Permissions permissions) {
        this.models = models;
        this.values = values;
        this.subjects = subjects;
        this.directory = directory;
        this.permissions = permissions;
    }

    @Override
    public boolean areFor(Actor.Agent agent) {
        return permissions.allow(agent, AnswerPermission.READ);
    }

    @Override
    public List<Offer> fitting(Request request, String words, Wording wording) {
        var matter = matter(request);
        var found = words.isBlank() ? models.fitting(matter, MOST) : models.found(matter, words.strip(), MOST);
        return found.stream()
                .map(line -> new Offer(option(line, wording), line.act().place()))
                .toList();
    }

    private static Option option(JdbcModels.Line line, Wording wording) {
        return Option.of(
                line.code(),
                line.act() == AnswerAct.ANSWER
                        ? line.title()
                        : wording.text("answers.option", line.title(), wording.text(line.act())));
    }

    @Override
    public Optional<Filled> fill(Actor.Agent agent, RequestSheet sheet, String code) {
        permissions.require(agent, AnswerPermission.READ);
        return models.byCode(code)
                .filter(model -> model.state() == ModelState.PUBLISHED)
                .map(model -> filled(model, agent, sheet));
    }

    private Filled filled(ModelAnswer model, Actor.Agent agent, RequestSheet sheet) {
        var wanted = sheet.request().language();
        var language = model.content().isIn(wanted) ? wanted : Language.FR;
        var text = new ModelText(model.content().texts().in(language).text());
        return new Filled(
                text.filled(values.of(sheet, agent, language)),
                language,
                model.reference(),
                model.content().act().place());
    }

    /** What a page sends back is no more than a claim. */
    @Override
    public boolean know(String reference) {
        var parts = REFERENCE.matcher(reference);
        return parts.matches()
                && models.hasVersion(new ModelId(UUID.fromString(parts.group(1))), Integer.parseInt(parts.group(2)));
    }

    private JdbcModels.Matter matter(Request request) {
        var subject = request.subject().flatMap(subjects::byId);
        return new JdbcModels.Matter(
                subject.map(Subject::code),
                subject.map(Subject::theme),
                upFrom(request.unit()).toList());
    }

    /** The unit and those above: what a department keeps ready serves all of its units. */
    private Stream<UnitId> upFrom(UnitId unit) {
        return Stream.iterate(
                        Optional.of(directory.unit(unit)),
                        Optional::isPresent,
                        below -> below.flatMap(Unit::parent).map(directory::unit))
                .flatMap(Optional::stream)
                .map(Unit::id);
    }
}
