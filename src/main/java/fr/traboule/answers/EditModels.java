package fr.traboule.answers;

import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.NotFound;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What those who look after model answers do with them. Each act makes a version and names the one that it was decided on: if
 * somebody was faster, nothing is done.
 */
@Service
class EditModels {

    /** Addresses of pages. */
    static final Set<String> TAKEN = Set.of("nouvelle");

    private static final int LONGEST_CODE = 60;
    private static final int MOST_OF_ONE_NAME = 1_000;

    private final JdbcModels models;
    private final Directory directory;
    private final Permissions permissions;
    private final Clock clock;

    EditModels(JdbcModels models, Directory directory, Permissions permissions, Clock clock) {
        this.models = models;
        this.directory = directory;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** A model as somebody saw it. */
    record Seen(String code, int version) {}

    sealed interface Outcome {}

    record Done(String code) implements Outcome {}

    record ChangedMeanwhile() implements Outcome {}

    /** Whether that agent may change what belongs to that unit. */
    boolean mayEdit(Actor.Agent agent, UnitId owner) {
        return permissions.allow(agent, AnswerPermission.EDIT_EVERYWHERE)
                || permissions.allow(agent, AnswerPermission.EDIT)
                        && directory.unitsOf(agent.account()).contains(owner);
    }

    @Transactional
    public Done create(Actor.Agent agent, ModelContent content, Optional<String> reason) {
        require(agent, content.owner());
        content.requireSound();
        var made = made(agent, VersionKind.CREATED, reason);
        return codes(content.title())
                .filter(code -> models.add(new ModelAnswer(ModelId.next(), code, ModelState.DRAFT, 0, content), made))
                .findFirst()
                .map(Done::new)
                .orElseThrow();
    }

    @Transactional
    public Outcome change(Actor.Agent agent, Seen seen, ModelContent content, Optional<String> reason) {
        var model = find(agent, seen);
        require(agent, content.owner());
        return write(agent, seen, model.saying(content), VersionKind.CHANGED, reason);
    }

    @Transactional
    public Outcome publish(Actor.Agent agent, Seen seen) {
        var model = find(agent, seen);
        return write(agent, seen, model.become(ModelState.PUBLISHED), VersionKind.PUBLISHED, Optional.empty());
    }

    @Transactional
    public Outcome retire(Actor.Agent agent, Seen seen) {
        var model = find(agent, seen);
        return write(agent, seen, model.become(ModelState.RETIRED), VersionKind.RETIRED, Optional.empty());
    }

    /** What it said then it says again; its unit and its state stay. */
    @Transactional
    public Outcome bringBack(Actor.Agent agent, Seen seen, int number) {
        var model = find(agent, seen);
        var former = models.version(model.id(), number).orElseThrow(NotFound::new);
        var content = former.content().ownedBy(model.content().owner());
        return write(agent, seen, model.saying(content), VersionKind.BROUGHT_BACK, Optional.of(String.valueOf(number)));
    }

    private ModelAnswer find(Actor.Agent agent, Seen seen) {
        permissions.require(agent, AnswerPermission.EDIT);
        var model = models.byCode(seen.code()).orElseThrow(NotFound::new);
        require(agent, model.content().owner());
        return model;
    }

    private void require(Actor.Agent agent, UnitId owner) {
        permissions.require(agent, AnswerPermission.EDIT);
        if (!mayEdit(agent, owner)) {
            throw new AccessDeniedException(AnswerPermission.EDIT_EVERYWHERE.code());
        }
    }

    private Outcome write(Actor.Agent agent, Seen seen, ModelAnswer model, VersionKind kind, Optional<String> reason) {
        model.content().requireSound();
        return model.version() == seen.version() && models.change(model, made(agent, kind, reason))
                ? new Done(model.code())
                : new ChangedMeanwhile();
    }

    private JdbcModels.Made made(Actor.Agent agent, VersionKind kind, Optional<String> reason) {
        return new JdbcModels.Made(kind, Optional.of(agent.account()), clock.instant(), reason);
    }

    /** Codes made of a title: itself, then with a number behind it. */
    private static Stream<String> codes(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST_CODE)).replaceAll("^-|-$", "");
        var code = cut.isEmpty() || TAKEN.contains(cut) ? "reponse-" + cut : cut;
        var named = code.replaceAll("-$", "");
        return Stream.concat(
                Stream.of(named), IntStream.range(2, MOST_OF_ONE_NAME).mapToObj(number -> named + "-" + number));
    }
}
