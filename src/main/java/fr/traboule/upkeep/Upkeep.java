package fr.traboule.upkeep;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.outbox.JobBook;
import fr.traboule.ground.outbox.Outbox;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at jobs and messages, and sets them going again. Who did what goes into the log: nothing of the city changes. */
@Service
class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final int MOST = 50;

    private final JobBook jobs;
    private final List<Outbox> outboxes;
    private final Permissions permissions;
    private final Clock clock;

    Upkeep(JobBook jobs, List<Outbox> outboxes, Permissions permissions, Clock clock) {
        this.jobs = jobs;
        this.outboxes = outboxes;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** The messages of one schema that have not left, the first of them. */
    record Waiting(String schema, Outbox.Counts counts, List<Outbox.Stuck> stuck) {}

    List<JobBook.Job> jobs(Actor actor) {
        permissions.require(actor, UpkeepPermission.RUN);
        return jobs.all();
    }

    List<Waiting> outboxes(Actor actor) {
        permissions.require(actor, UpkeepPermission.RUN);
        return outboxes.stream()
                .map(outbox -> new Waiting(outbox.schema(), outbox.counts(), outbox.stuck(MOST)))
                .toList();
    }

    @Transactional
    public boolean runNow(Actor actor, String job) {
        permissions.require(actor, UpkeepPermission.RUN);
        tell(actor, "Job asked for", job);
        return jobs.runNow(job);
    }

    @Transactional
    public boolean retry(Actor actor, String schema, UUID message) {
        permissions.require(actor, UpkeepPermission.RUN);
        tell(actor, "Message tried again", message.toString());
        return outbox(schema).retry(message, clock.instant());
    }

    @Transactional
    public boolean stop(Actor actor, String schema, UUID message) {
        permissions.require(actor, UpkeepPermission.RUN);
        tell(actor, "Message stopped", message.toString());
        return outbox(schema).stop(message, clock.instant());
    }

    @Transactional
    public boolean retryAll(Actor actor, String schema) {
        permissions.require(actor, UpkeepPermission.RUN);
        tell(actor, "Messages tried again", schema);
        return outbox(schema).retryAll(clock.instant()) > 0;
    }

    private Outbox outbox(String schema) {
        return outboxes.stream()
                .filter(outbox -> outbox.schema().equals(schema))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static void tell(Actor actor, String what, String which) {
        log.atInfo()
                .addKeyValue(
                        "account", actor.actingAccount().map(Object::toString).orElse("program"))
                .addKeyValue("which", which)
                .log(what);
    }
}
