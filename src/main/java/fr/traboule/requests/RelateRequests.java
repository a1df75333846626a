package fr.traboule.requests;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Message.Kind;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links requests that have to do with each other without being the same: each stays whole, and says so of the other. */
@Service
public class RelateRequests {

    /** Of one request. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Acts acts;
    private final Scopes scopes;
    private final Ledger ledger;

    RelateRequests(JdbcClient jdbc, Requests requests, Acts acts, Scopes scopes, Ledger ledger) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.acts = acts;
        this.scopes = scopes;
        this.ledger = ledger;
    }

    /** Why two requests cannot be linked. */
    public enum Obstacle {
        /** There is none of that number, or not for this agent. */
        UNKNOWN,
        ITSELF,
        ALREADY,
        TOO_MANY
    }

    /** Those that the agent may see, the last linked first. */
    public List<Request> of(Actor.Agent agent, Request request) {
        return jdbc.sql("""
                        select r.number
                          from (select other_id as id, id as link from requests.related where one_id = :id and ended_at is null
                                union all
                                select one_id, id from requests.related where other_id = :id and ended_at is null) as linked
                          join requests.request r on r.id = linked.id
                         order by linked.link desc
                        """).param("id", request.id().value()).query(String.class).list().stream()
                .flatMap(number -> requests.byNumber(new RequestNumber(number), scopes.of(agent)).stream())
                .toList();
    }

    /** @return empty if they are linked now, each with its fact and the reason */
    @Transactional
    public Optional<Obstacle> relate(Actor.Agent agent, RequestNumber number, RequestNumber other, String why) {
        var one = acts.find(agent, number, RequestPermission.HANDLE);
        if (number.equals(other)) {
            return Optional.of(Obstacle.ITSELF);
        }
        var second = requests.byNumber(other, scopes.of(agent));
        if (second.isEmpty()) {
            return Optional.of(Obstacle.UNKNOWN);
        }
        if (count(one) >= MOST || count(second.get()) >= MOST) {
            return Optional.of(Obstacle.TOO_MANY);
        }
        var linked = jdbc.sql("""
                        insert into requests.related (id, one_id, other_id, linked_at)
                        values (:id, least(:one, :other), greatest(:one, :other), :at)
                        on conflict do nothing
                        """)
                        .param("id", UuidCreator.getTimeOrderedEpoch())
                        .param("one", one.id().value())
                        .param("other", second.get().id().value())
                        .param("at", Timestamp.from(acts.now()))
                        .update()
                == 1;
        if (linked) {
            tell(one, second.get(), FactKind.RELATED, why, agent);
            tell(second.get(), one, FactKind.RELATED, why, agent);
        }
        return linked ? Optional.empty() : Optional.of(Obstacle.ALREADY);
    }

    /** They have nothing to do with each other after all. @return false if they were not linked (any more) */
    @Transactional
    public boolean separate(Actor.Agent agent, RequestNumber number, RequestNumber other, String why) {
        var one = acts.find(agent, number, RequestPermission.HANDLE);
        var second = acts.find(agent, other, RequestPermission.READ);
        var ended = jdbc.sql("""
                        update requests.related set ended_at = :at
                         where one_id = least(:one, :other) and other_id = greatest(:one, :other) and ended_at is null
                        """)
                        .param("one", one.id().value())
                        .param("other", second.id().value())
                        .param("at", Timestamp.from(acts.now()))
                        .update()
                == 1;
        if (ended) {
            tell(one, second, FactKind.UNRELATED, why, agent);
            tell(second, one, FactKind.UNRELATED, why, agent);
        }
        return ended;
    }

    private void tell(Request request, Request other, FactKind kind, String why, Actor.Agent agent) {
        var note = Message.of(Kind.NOTE, why, acts.now());
        ledger.decide(
                request,
                kind,
                note,
                agent,
                Map.of(
                        "message",
                        note.id().toString(),
                        "request",
                        other.id().value().toString()));
    }

    private int count(Request request) {
        return jdbc.sql(
                        "select count(*)::int from requests.related where ended_at is null and (one_id = :id or other_id = :id)")
                .param("id", request.id().value())
                .query(Integer.class)
                .single();
    }
}
