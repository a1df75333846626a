package fr.traboule.retention;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.requests.ArchiveRequests;
import fr.traboule.requests.Archived;
import fr.traboule.requests.ReadArchives;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * One request as it is kept: how long, why, who may see it. Whoever needs to read what is archived says why, which is written
 * down, and may then for a while. It can be held, let go, and brought back to those who handle requests.
 */
@Service
@Transactional
public class KeptRequests {

    private static final Duration OPEN_FOR = Duration.ofHours(8);

    private final ReadArchives readArchives;
    private final ArchiveRequests archiveRequests;
    private final Holds holds;
    private final Proposals proposals;
    private final Rules rules;
    private final History history;
    private final Permissions permissions;
    private final Clock clock;

    KeptRequests(
            ReadArchives readArchives,
            ArchiveRequests archiveRequests,
            Holds holds,
            Proposals proposals,
            Rules rules,
            History retentionHistory,
            Permissions permissions,
            Clock clock) {
        this.readArchives = readArchives;
        this.archiveRequests = archiveRequests;
        this.holds = holds;
        this.proposals = proposals;
        this.rules = rules;
        this.history = retentionHistory;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * What somebody may know and do about a request's being kept.
     *
     * @param until when its time is over, by the rule that counts now
     * @param mayRead once they said why
     * @param holds what holds it, or held it; for those who may hold it
     */
    record Standing(
            Request request,
            Optional<Rule> rule,
            Optional<LocalDate> until,
            boolean mayRead,
            boolean mayHold,
            boolean mayBringBack,
            List<Hold> holds) {

        boolean isHeld() {
            return holds.stream().anyMatch(Hold::lasts);
        }
    }

    /** Of what is archived, that it is there is told to all who work on requests; of the rest, only what is theirs. */
    Standing standing(Actor.Agent agent, RequestNumber number) {
        var known = archived(agent, number);
        var readable = readable(agent, number);
        var request = known.or(() -> current(agent, number)).orElseThrow(NotFound::new);
        var rule = rules.of(request.subject());
        var until = rule.flatMap(
                each -> request.archived().map(archived -> Months.over(archived.endedAt(), each.months())));
        var mayHold = permissions.allow(agent, RetentionPermission.HOLD)
                && (readable.isPresent() || request.archived().isEmpty());
        return new Standing(
                request,
                rule,
                until,
                readable.isPresent(),
                mayHold,
                readable.filter(ArchiveRequests::mayComeBack).isPresent(),
                mayHold ? holds.of(request.id()) : List.of());
    }

    private Optional<Request> archived(Actor.Agent agent, RequestNumber number) {
        return permissions.allow(agent, RequestPermission.FILE)
                        || permissions.allow(agent, RequestPermission.READ)
                        || permissions.allow(agent, RetentionPermission.OVERSEE)
                ? archiveRequests.byNumber(number)
                : Optional.empty();
    }

    private Optional<Request> current(Actor.Agent agent, RequestNumber number) {
        return permissions.allow(agent, RequestPermission.READ)
                ? readArchives.findCurrent(agent, number)
                : Optional.empty();
    }

    private Optional<Request> readable(Actor.Agent agent, RequestNumber number) {
        return permissions.allow(agent, RetentionPermission.READ_ARCHIVED)
                ? readArchives.find(agent, number, everywhere(agent))
                : Optional.empty();
    }

    private boolean everywhere(Actor.Agent agent) {
        return permissions.allow(agent, RetentionPermission.READ_ARCHIVED_EVERYWHERE);
    }

    /** Says why, and may read for some hours. */
    void consult(Actor.Agent agent, RequestNumber number, ConsultReason reason, Optional<String> words) {
        permissions.require(agent, RetentionPermission.READ_ARCHIVED);
        var request = readable(agent, number).orElseThrow(NotFound::new);
        holds.addConsultation(request.id(), reason, words, agent.account(), clock.instant());
        tell(agent, request.id(), RetentionFact.CONSULTED, Map.of("reason", reason.code()));
    }

    /** Empty where they did not say why, or said it long ago. */
    Optional<RequestSheet> read(Actor.Agent agent, RequestNumber number) {
        return said(agent, number).flatMap(request -> readArchives.sheet(agent, number, everywhere(agent)));
    }

    /** Outside a transaction: the file may be in a bucket. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Optional<FileStore.Opening> file(Actor.Agent agent, RequestNumber number, FileId file) {
        return said(agent, number).flatMap(request -> readArchives.file(agent, number, file, everywhere(agent)));
    }

    private Optional<Request> said(Actor.Agent agent, RequestNumber number) {
        permissions.require(agent, RetentionPermission.READ_ARCHIVED);
        var since = clock.instant().minus(OPEN_FOR);
        return Optional.of(readable(agent, number).orElseThrow(NotFound::new))
                .filter(request -> holds.consultedSince(request.id(), agent.account(), since));
    }

    /** It is taken out of the list that it is on, if it is on one. @return false if it was held already, or is gone */
    public boolean hold(Actor.Agent agent, RequestNumber number, HoldReason reason, Optional<String> words) {
        permissions.require(agent, RetentionPermission.HOLD);
        if (isDestroyed(number)) {
            return false;
        }
        var request = held(agent, number);
        holds.lock(request.id());
        var isThere = readable(agent, number).or(() -> current(agent, number)).isPresent();
        if (!isThere || !holds.add(request.id(), reason, words, agent.account(), clock.instant())) {
            return false;
        }
        takeOut(agent, request.id(), OutReason.HELD);
        tell(agent, request.id(), RetentionFact.HELD, Map.of("reason", reason.code()));
        return true;
    }

    boolean letGo(Actor.Agent agent, RequestNumber number) {
        permissions.require(agent, RetentionPermission.HOLD);
        var request = held(agent, number);
        if (!holds.lift(request.id(), agent.account(), clock.instant())) {
            return false;
        }
        tell(agent, request.id(), RetentionFact.LET_GO, Map.of());
        return true;
    }

    private Request held(Actor.Agent agent, RequestNumber number) {
        return readable(agent, number).or(() -> current(agent, number)).orElseThrow(NotFound::new);
    }

    /** It is open again, with whoever answered for it. @return false if somebody was faster, or it cannot be */
    boolean bringBack(Actor.Agent agent, RequestNumber number, String why) {
        permissions.require(agent, RetentionPermission.READ_ARCHIVED);
        if (isDestroyed(number)) {
            return false;
        }
        var request = readable(agent, number).orElseThrow(NotFound::new);
        if (!archiveRequests.bringBack(agent, request.id(), why)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return false;
        }
        takeOut(agent, request.id(), OutReason.REOPENED);
        return true;
    }

    /** It is not there to be read any more, and that it was is known to all who work on requests. */
    private boolean isDestroyed(RequestNumber number) {
        return archiveRequests
                .byNumber(number)
                .flatMap(Request::archived)
                .filter(Archived::isDestroyed)
                .isPresent();
    }

    private void takeOut(Actor.Agent agent, RequestId request, OutReason reason) {
        proposals
                .takeOut(request, reason, agent.account(), clock.instant())
                .ifPresent(proposal -> history.add(Fact.of(
                        proposal.value(),
                        RetentionFact.TAKEN_OUT.code(),
                        clock.instant(),
                        agent,
                        Map.of("requests", "1", "reason", reason.code()))));
    }

    private void tell(Actor.Agent agent, RequestId request, RetentionFact kind, Map<String, String> details) {
        history.add(Fact.of(request.value(), kind.code(), clock.instant(), agent, details));
    }
}
