package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.TroubledFiles;
import fr.traboule.ground.files.TroubledFiles.Trouble;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about files that the antivirus set aside or could not look at, and those that are not what they were. Whoever
 * decides sees what a file is called and which request it came with, neither what is in it nor the request.
 */
@Service
public class JudgeFiles {

    private final TroubledFiles files;
    private final Requests requests;
    private final Ledger ledger;
    private final Looks looks;
    private final Permissions permissions;
    private final Clock clock;

    JudgeFiles(
            FileStore requestsFiles,
            Requests requests,
            Ledger ledger,
            Looks looks,
            Permissions permissions,
            Clock clock) {
        this.files = requestsFiles.troubled();
        this.requests = requests;
        this.ledger = ledger;
        this.looks = looks;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @param number of the request that it came with; none while that is only being written */
    public record Suspect(Trouble trouble, Optional<RequestNumber> number) {

        /** A file of a draft goes by itself with it: there is nobody's history to say a decision in. */
        public boolean mayBeDecided() {
            return number.isPresent();
        }
    }

    public sealed interface Outcome {}

    public record Done() implements Outcome {}

    /** Somebody was faster, its bytes are not there or not right, or there is no antivirus to ask. */
    public record NotPossible() implements Outcome {}

    @Transactional
    public List<Suspect> list(Actor.Agent agent, Optional<FileId> before, int most) {
        permissions.require(agent, RequestPermission.JUDGE_FILES);
        return files.list(before, most).stream()
                .map(trouble -> seen(agent, trouble))
                .toList();
    }

    @Transactional
    public Optional<Suspect> find(Actor.Agent agent, FileId id) {
        permissions.require(agent, RequestPermission.JUDGE_FILES);
        return suspect(id).map(trouble -> seen(agent, trouble));
    }

    private Optional<Trouble> suspect(FileId id) {
        return files.find(id).filter(Trouble::needsSomebody);
    }

    private Suspect seen(Actor.Agent agent, Trouble trouble) {
        var request = trouble.owner().map(RequestId::new).flatMap(requests::byId);
        request.ifPresent(known -> looks.add(agent.account(), known.id(), Look.FILE_NAME, Look.Reason.SAFETY));
        return new Suspect(trouble, request.map(Request::number));
    }

    /** Has the antivirus look once more, or reads once more what was not what it was. */
    @Transactional
    public Outcome again(Actor.Agent agent, FileId id) {
        permissions.require(agent, RequestPermission.JUDGE_FILES);
        return outcome(suspect(id)
                .map(trouble -> trouble.isAltered() ? files.readAgain(id) : files.scanAgain(id))
                .orElse(false));
    }

    @Transactional
    public Outcome release(Actor.Agent agent, FileId id, String reason) {
        var request = decided(agent, id);
        if (request.isEmpty() || !files.release(id)) {
            return new NotPossible();
        }
        tell(request.get(), FactKind.FILE_RELEASED, id, reason, agent);
        return new Done();
    }

    @Transactional
    public Outcome destroy(Actor.Agent agent, FileId id, String reason) {
        var request = decided(agent, id);
        if (request.isEmpty() || !files.destroy(id)) {
            return new NotPossible();
        }
        tell(request.get(), FactKind.FILE_DESTROYED, id, reason, agent);
        return new Done();
    }

    private Optional<Request> decided(Actor.Agent agent, FileId id) {
        permissions.require(agent, RequestPermission.JUDGE_FILES);
        return suspect(id).flatMap(Trouble::owner).map(RequestId::new).flatMap(requests::byId);
    }

    /** The reason is words: it is kept as a note of the request, and the fact names it. */
    private void tell(Request request, FactKind kind, FileId file, String reason, Actor.Agent agent) {
        var note = Message.of(Message.Kind.NOTE, reason, clock.instant());
        ledger.decide(
                request,
                kind,
                note,
                agent,
                Map.of("file", file.value().toString(), "message", note.id().toString()));
    }

    private static Outcome outcome(boolean done) {
        return done ? new Done() : new NotPossible();
    }
}
