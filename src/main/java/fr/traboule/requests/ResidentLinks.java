package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.residents.ResidentId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose records requests are tied to, with the fact that tells it. */
@Repository
class ResidentLinks {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    ResidentLinks(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<ResidentId> of(RequestId request) {
        return jdbc.sql("select resident_id from requests.resident_link where request_id = ?")
                .param(request.value())
                .query(UUID.class)
                .optional()
                .map(ResidentId::new);
    }

    /** Instead of the one it was tied to. */
    void link(RequestId request, ResidentId resident, Actor actor) {
        var now = clock.instant();
        var linked = jdbc.sql("""
                        insert into requests.resident_link as k (request_id, resident_id, linked_at) values (?, ?, ?)
                        on conflict (request_id) do update
                           set resident_id = excluded.resident_id, linked_at = excluded.linked_at
                         where k.resident_id <> excluded.resident_id
                        """)
                .params(request.value(), resident.value(), Timestamp.from(now))
                .update();
        if (linked == 1) {
            ledger.tell(
                    request,
                    FactKind.LINKED,
                    now,
                    actor,
                    Map.of("resident", resident.value().toString()));
        }
    }

    void unlink(RequestId request, Actor actor) {
        var unlinked = jdbc.sql("delete from requests.resident_link where request_id = ?")
                .param(request.value())
                .update();
        if (unlinked == 1) {
            ledger.tell(request, FactKind.UNLINKED, clock.instant(), actor, Map.of());
        }
    }

    List<RequestId> of(Collection<ResidentId> records) {
        return jdbc
                .sql("select request_id from requests.resident_link where resident_id = any (?) order by request_id")
                .param(records.stream().map(ResidentId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(RequestId::new)
                .toList();
    }
}
