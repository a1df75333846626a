package fr.traboule.ground.works;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a long work: it begins within seconds of the end of the transaction, on whichever machine is free. */
@Service
public class AskForWork {

    private static final Logger log = LoggerFactory.getLogger(AskForWork.class);

    private final WorkBook book;
    private final WorkKinds kinds;
    private final Permissions permissions;
    private final Clock clock;

    AskForWork(WorkBook book, WorkKinds kinds, Permissions permissions, Clock clock) {
        this.book = book;
        this.kinds = kinds;
        this.permissions = permissions;
        this.clock = clock;
    }

    public sealed interface Outcome {

        WorkId id();
    }

    public record Asked(WorkId id) implements Outcome {}

    /** Only one of its kind at a time, and there is one. */
    public record UnderWay(WorkId id) implements Outcome {}

    @Transactional
    public Outcome ask(Actor actor, NewWork wanted) {
        var kind = kinds.find(wanted.kind())
                .orElseThrow(() -> new IllegalArgumentException("Nobody does works of kind " + wanted.kind()));
        permissions.require(actor, kind.permission());
        var id = WorkId.next();
        while (!book.add(id, wanted, actor.actingAccount(), clock.instant())) {
            var other = book.alone(wanted.kind());
            if (other.isPresent()) {
                return new UnderWay(other.get());
            }
        }
        log.atInfo()
                .addKeyValue("work", id.value())
                .addKeyValue("kind", wanted.kind())
                .log("Work asked for");
        return new Asked(id);
    }
}
