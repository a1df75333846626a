package fr.traboule.reception;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what an agent is typing. A draft has one holder at a time; a colleague takes it over by an act of their own, and then
 * whoever held it is told so, with what they typed kept on their page. It is never a request: it has no number and no promise.
 */
@Service
@Transactional
class KeepDrafts {

    private static final int BATCH = 100;

    private final Drafts drafts;
    private final Origin.Finder origins;
    private final AgentUnits units;
    private final Directory directory;
    private final Posts posts;
    private final Subjects subjects;
    private final FileStore files;
    private final ReadRequests readRequests;
    private final AccountNames names;
    private final Permissions permissions;
    private final History history;
    private final AccessLog accessLog;
    private final Clock clock;

    KeepDrafts(
            Drafts drafts,
            Origin.Finder origins,
            AgentUnits units,
            Directory directory,
            Posts posts,
            Subjects subjects,
            FileStore requestsFiles,
            ReadRequests readRequests,
            AccountNames names,
            Permissions permissions,
            History receptionHistory,
            AccessLog receptionAccessLog,
            Clock clock) {
        this.drafts = drafts;
        this.origins = origins;
        this.units = units;
        this.directory = directory;
        this.posts = posts;
        this.subjects = subjects;
        this.files = requestsFiles;
        this.readRequests = readRequests;
        this.names = names;
        this.permissions = permissions;
        this.history = receptionHistory;
        this.accessLog = receptionAccessLog;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Saved(Draft draft) implements Outcome {}

    /** More than anybody types: nothing was saved. */
    record TooMuch() implements Outcome {}

    /**
     * Nothing was saved.
     *
     * @param who did it
     * @param number of the request that it is
     */
    record Conflict(ConflictKind kind, String who, Instant at, Optional<RequestNumber> number) implements Outcome {}

    /** @param more files that were stored for it just now */
    Outcome save(Actor.Agent agent, NewRequestForm form, List<FileId> more) {
        permissions.require(agent, RequestPermission.FILE);
        var id = Objects.requireNonNull(form.key());
        origins.of(agent, id);
        if (!drafts.fits(form)) {
            return new TooMuch();
        }
        var draft = drafts.lock(id);
        var conflict = conflict(agent, draft, form);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        var now = clock.instant();
        var saved = of(agent, form, draft, more, now);
        if (draft.isEmpty()) {
            if (!drafts.add(saved)) {
                return save(agent, form, more); // somebody began one for the same letter just now
            }
            tell(id, DraftFact.STARTED, now, agent);
        } else if (!drafts.change(saved)) {
            throw new IllegalStateException("Draft %s was locked".formatted(id));
        }
        files.keep(saved.files(), now);
        return new Saved(drafts.byId(id).orElseThrow());
    }

    private Draft of(Actor.Agent agent, NewRequestForm form, Optional<Draft> before, List<FileId> more, Instant now) {
        return new Draft(
                Objects.requireNonNull(form.key()),
                units.chosen(agent, form.unit()).map(Unit::id),
                agent.account(),
                Optional.ofNullable(form.subject())
                        .flatMap(subjects::byCode)
                        .filter(Subject::sensitive)
                        .isPresent(),
                DraftState.OPEN,
                Optional.of(form.kept()),
                Stream.concat(before.map(Draft::files).stream().flatMap(List::stream), more.stream())
                        .toList(),
                page(form),
                before.map(Draft::startedAt).orElse(now),
                now,
                now.plus(Draft.KEPT),
                Optional.empty(),
                before.map(Draft::version).orElse(0));
    }

    static UUID page(NewRequestForm form) {
        return Optional.ofNullable(form.page()).orElseGet(() -> Objects.requireNonNull(form.key()));
    }

    /** Whether somebody was faster; whoever saved last from this very page was not overtaken by themselves. */
    Optional<Conflict> conflict(Actor.Agent agent, Optional<Draft> draft, NewRequestForm form) {
        var filing = drafts.filing(Objects.requireNonNull(form.key()));
        if (filing.isPresent()) {
            return Optional.of(filed(Objects.requireNonNull(form.key()), filing.get()));
        }
        return draft.flatMap(known -> switch (known.state()) {
            case FILED, DELETED -> Optional.of(conflict(ConflictKind.DELETED, known.holder(), ended(known)));
            case EXPIRED -> Optional.of(conflict(ConflictKind.EXPIRED, known.holder(), ended(known)));
            case OPEN -> known.isHeldBy(agent.account()) ? elsewhere(known, form) : Optional.of(takenOver(known));
        });
    }

    Conflict filed(UUID id, Drafts.Filing filing) {
        return new Conflict(
                ConflictKind.FILED,
                names.of(filing.account()),
                filing.at(),
                Optional.of(readRequests.receipt(new RequestId(id)).number()));
    }

    private Optional<Conflict> elsewhere(Draft draft, NewRequestForm form) {
        var seen = Objects.equals(form.version(), draft.version());
        return seen || draft.savedPage().equals(form.page())
                ? Optional.empty()
                : Optional.of(conflict(ConflictKind.SAVED_ELSEWHERE, draft.holder(), draft.savedAt()));
    }

    private Conflict takenOver(Draft draft) {
        var at = history.of(draft.id()).stream()
                .filter(told -> told.kind().equals(DraftFact.TAKEN_OVER.code()))
                .map(History.Told::at)
                .reduce((first, last) -> last)
                .orElse(draft.startedAt());
        return conflict(ConflictKind.TAKEN_OVER, draft.holder(), at);
    }

    private Conflict conflict(ConflictKind kind, AccountId who, Instant at) {
        return new Conflict(kind, names.of(who), at, Optional.empty());
    }

    private static Instant ended(Draft draft) {
        return draft.endedAt().orElse(draft.savedAt());
    }

    /** To go on with it: one's own only. */
    Optional<Draft> mine(Actor.Agent agent, UUID id) {
        permissions.require(agent, RequestPermission.FILE);
        return drafts.byId(id).filter(draft -> draft.isHeldBy(agent.account()));
    }

    List<Draft> open(Actor.Agent agent, UUID after, int most) {
        return drafts.open(seer(agent), after, most);
    }

    List<Draft> expired(Actor.Agent agent, int most) {
        return drafts.expired(seer(agent), most);
    }

    /** One's own, or a colleague's: that is a look, and logged. */
    Optional<Draft> seenBy(Actor.Agent agent, UUID id) {
        var found = drafts.byId(id, seer(agent));
        found.filter(Draft::isOpen)
                .filter(draft -> !draft.isHeldBy(agent.account()))
                .ifPresent(draft -> accessLog.add(new AccessLog.Look(
                        agent.account(), id, CallLook.DRAFT.code(), CallLook.Reason.UNIT.code(), clock.instant())));
        return found;
    }

    List<History.Told> story(Draft draft) {
        return history.of(draft.id()).stream()
                .filter(told -> told.kind().startsWith("draft_"))
                .toList();
    }

    Drafts.Held held(Actor.Agent agent) {
        return drafts.heldBy(agent.account(), clock.instant().plus(Draft.TOLD));
    }

    /** @return false if somebody changed it meanwhile */
    boolean takeOver(Actor.Agent agent, UUID id, int version) {
        var draft = drafts.byId(id, seer(agent)).filter(Draft::isOpen).orElseThrow(NotFound::new);
        var now = clock.instant();
        var taken = handed(draft, agent.account(), version, now);
        if (!drafts.change(taken)) {
            return false;
        }
        files.keep(taken.files(), now);
        tell(id, DraftFact.TAKEN_OVER, now, agent);
        return true;
    }

    private static Draft handed(Draft draft, AccountId to, int version, Instant now) {
        return new Draft(
                draft.id(),
                draft.unit(),
                to,
                draft.sensitive(),
                draft.state(),
                draft.content(),
                draft.files(),
                draft.id(), // no page saved it for whoever holds it now
                draft.startedAt(),
                draft.savedAt(),
                now.plus(Draft.KEPT),
                Optional.empty(),
                version);
    }

    /** Only by whoever holds it. @return false if somebody changed it meanwhile */
    boolean delete(Actor.Agent agent, UUID id, int version) {
        var draft = mine(agent, id).orElseThrow(NotFound::new);
        return draft.version() == version && end(draft, DraftState.DELETED, DraftFact.DELETED, agent);
    }

    /** It goes from the draft only: a file that belongs to nothing is swept. */
    Outcome remove(Actor.Agent agent, NewRequestForm form, List<FileId> more, UUID file) {
        var outcome = save(agent, form, more);
        if (!(outcome instanceof Saved saved)) {
            return outcome;
        }
        var draft = saved.draft();
        drafts.change(new Draft(
                draft.id(),
                draft.unit(),
                draft.holder(),
                draft.sensitive(),
                draft.state(),
                draft.content(),
                draft.files().stream()
                        .filter(known -> !known.value().equals(file))
                        .toList(),
                draft.savedPage(),
                draft.startedAt(),
                draft.savedAt(),
                draft.expiresAt(),
                Optional.empty(),
                draft.version()));
        return new Saved(drafts.byId(draft.id()).orElseThrow());
    }

    /** In the transaction that files it. */
    void filed(Actor.Agent agent, Draft draft) {
        if (!end(draft, DraftState.FILED, DraftFact.FILED, agent)) {
            throw new IllegalStateException("Draft %s was locked".formatted(draft.id()));
        }
    }

    /** What was typed was answered on the spot: nothing of it is left to do. */
    void answered(Actor.Agent agent, UUID id) {
        mine(agent, id).ifPresent(draft -> end(draft, DraftState.DELETED, DraftFact.ANSWERED, agent));
    }

    /** Those that nobody went on with. @return how many there were */
    int expire() {
        var now = clock.instant();
        drafts.forget(now.minus(Draft.REMEMBERED));
        var due = drafts.due(now, BATCH);
        due.forEach(draft -> end(draft, DraftState.EXPIRED, DraftFact.EXPIRED, new Actor.Program()));
        return due.size();
    }

    /** Their holder works here no more. */
    void handOn(AccountId left, AccountId successor, Instant at) {
        for (var draft : drafts.openOf(left)) {
            if (drafts.change(handed(draft, successor, draft.version(), at))) {
                files.keep(draft.files(), at);
                tell(draft.id(), DraftFact.HANDED_ON, at, new Actor.Program());
            }
        }
    }

    private boolean end(Draft draft, DraftState state, DraftFact fact, Actor actor) {
        var now = clock.instant();
        if (!drafts.end(draft, state, now)) {
            return false;
        }
        tell(draft.id(), fact, now, actor);
        return true;
    }

    private Drafts.Seer seer(Actor.Agent agent) {
        permissions.require(agent, RequestPermission.FILE);
        return new Drafts.Seer(
                agent.account(), new CallBacks.Seer(directory.unitsOf(agent.account()), posts.of(agent.account())));
    }

    private void tell(UUID draft, DraftFact fact, Instant at, Actor actor) {
        history.add(Fact.of(draft, fact.code(), at, actor, Map.of()));
    }
}
