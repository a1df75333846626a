package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.outbox.Outbox;
import fr.traboule.requests.Message.Kind;
import fr.traboule.routing.Subjects;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of requests that are over: set apart, brought back, and, where the database let their words be destroyed, told
 * so. When and why is for the floor above, which asks for the permission.
 */
@Service
@Transactional
public class ArchiveRequests {

    static final String ARCHIVE = """
            with due as materialized (
                select found.id
                  from unnest(:subjects, :instants) as wanted (subject, before),
                       lateral (select r.id
                                  from requests.request r
                                 where coalesce(r.subject_id, '00000000-0000-0000-0000-000000000000') = wanted.subject
                                   and r.ended_at is not null and r.archived_at is null
                                   and r.ended_at < wanted.before and r.ended_at <= :mayBeReopened
                                   and not exists (select from requests.request main
                                                    where main.id = r.merged_into and main.archived_at is null)
                                   and not exists (select from requests.delivery d
                                                    where d.request_id = r.id and d.state = 'waiting')
                                 order by r.ended_at, r.id
                                 limit :most
                                   for update of r skip locked) as found
                 limit :most),
            apart as (
                update requests.request r set archived_at = :now, version = version + 1
                  from due
                 where r.id = due.id and r.archived_at is null
                returning r.id),
            hidden as (
                update requests.search_entry e set archived = true from apart where e.request_id = apart.id)
            select id from apart order by id
            """;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Ledger ledger;
    private final Outbox outbox;
    private final FileStore files;
    private final Promise promise;
    private final Subjects subjects;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ArchiveRequests(
            JdbcClient jdbc,
            Requests requests,
            Ledger ledger,
            Outbox requestsOutbox,
            FileStore requestsFiles,
            Promise promise,
            Subjects subjects,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.ledger = ledger;
        this.outbox = requestsOutbox;
        this.files = requestsFiles;
        this.promise = promise;
        this.subjects = subjects;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sets some apart, those that ended first before others: each subject's own index gives its first ones. Never one that the
     * person may still open again, nor one that went on in another that is not archived yet, nor one of which a letter is still to be
     * posted or a call to be made. Done twice, it is done once.
     *
     * @return how many
     */
    public int archive(List<EndedBefore> due, int most) {
        var now = clock.instant();
        var mayBeReopened = now.minus(PersonActs.MAY_REOPEN);
        var archived = jdbc.sql(ARCHIVE)
                .param("subjects", due.stream().map(EndedBefore::key).toArray(UUID[]::new))
                .param(
                        "instants",
                        due.stream().map(each -> Timestamp.from(each.instant())).toArray(Timestamp[]::new))
                .param("mayBeReopened", Timestamp.from(mayBeReopened))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(UUID.class)
                .list();
        archived.forEach(id -> ledger.tell(new RequestId(id), FactKind.ARCHIVED, now, Map.of()));
        return archived.size();
    }

    /** Whether it can be brought back: it went its whole way by itself, and its words are there. */
    public static boolean mayComeBack(Request request) {
        return request.archived().filter(archived -> !archived.isDestroyed()).isPresent()
                && RequestAct.REOPEN.isPossibleFrom(request.status());
    }

    /**
     * Out of the archives, as an open request of the unit that answered for it: there is an appeal, or it was not over after all.
     *
     * @return false if somebody was faster, or it cannot be
     */
    public boolean bringBack(Actor.Agent agent, RequestId id, String why) {
        var request = requests.byId(id).filter(ArchiveRequests::mayComeBack);
        if (request.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        var taken = jdbc.sql("""
                        update requests.request set archived_at = null
                         where id = ? and version = ? and archived_at is not null and destroyed_at is null
                        """).params(id.value(), request.get().version()).update();
        if (taken == 0) {
            return false;
        }
        jdbc.sql("update requests.search_entry set archived = false where request_id = ?")
                .param(id.value())
                .update();
        var dueOn = promise.dueOn(request.get().subject().flatMap(subjects::byId), CityTime.day(now));
        return ledger.change(
                request.get(),
                request.get().broughtBack(dueOn),
                FactKind.BROUGHT_BACK,
                Message.of(Kind.NOTE, why, now),
                agent);
    }

    /** Tells that the content of those requests is gone, and has what stands outside of this schema follow. */
    public void tellDestroyed(Actor actor, List<ContentDestroyed> destroyed) {
        var now = clock.instant();
        for (var each : destroyed) {
            ledger.tellBy(actor, each.request(), FactKind.DESTROYED, now);
            events.publishEvent(new RequestDestroyed(each.request(), now));
            outbox.forgotten(each.messages(), now, events::publishEvent);
        }
        files.forgetObjects(
                destroyed.stream().flatMap(each -> each.fileKeys().stream()).toList());
    }

    /** The request of that number, if it is archived. */
    public Optional<Request> byNumber(RequestNumber number) {
        return requests.byNumber(number).filter(request -> request.archived().isPresent());
    }
}
