package fr.traboule.requests;

import fr.traboule.ground.access.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queues of a scope, read from the {@linkplain SearchEntries one row per request}. */
@Repository
class EntryQueries {

    private final JdbcClient jdbc;

    EntryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open requests of the scope's units, those due first at the top; each unit's own index gives its first ones. */
    List<QueueEntry> queue(
            Scope scope, RequestFilter filter, LocalDate today, Optional<QueuePosition> after, int most) {
        return jdbc.sql("""
                        select line.*
                          from unnest(:wantedUnits) as unit(id),
                               lateral (select r.number, r.channel, e.request_id, e.subject_id, e.area_code, e.unit_id, e.held_by,
                                               e.status, e.due_on, e.received_at, e.chases, s.description, s.place
                                          from requests.search_entry e
                                          join requests.request r on r.id = e.request_id
                                          join requests.statement s on s.request_id = e.request_id
                                         where e.unit_id = unit.id and e.open and %s
                                           and (e.due_on, e.request_id) > (:afterDay, :afterId)
                                           and %s
                                         order by e.due_on, e.request_id
                                         limit :most) as line
                         order by line.due_on, line.request_id
                         limit :most
                        """.formatted(Scope.SENSITIVE, filter.condition()))
                .params(scope.parameters())
                .params(filter.parameters(scope, today))
                .param("afterDay", after.map(QueuePosition::dueOn).orElse(LocalDate.EPOCH))
                .param(
                        "afterId",
                        after.map(position -> position.request().value()).orElse(new UUID(0, 0)))
                .param("most", most)
                .query(QueueEntry::of)
                .list();
    }

    /** How many are in that queue; no further than the limit. */
    int countQueue(Scope scope, RequestFilter filter, LocalDate today, int limit) {
        return jdbc.sql("""
                        select count(*)
                          from (select 1
                                  from unnest(:wantedUnits) as unit(id),
                                       lateral (select 1
                                                  from requests.search_entry e
                                                 where e.unit_id = unit.id and e.open and %s and %s
                                                 order by e.due_on, e.request_id
                                                 limit :limit) as line
                                 limit :limit) as counted
                        """.formatted(Scope.SENSITIVE, filter.condition()))
                .params(scope.parameters())
                .params(filter.parameters(scope, today))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Who has open requests of the scope in hand. */
    List<AccountId> holders(Scope scope) {
        return jdbc.sql("""
                        select distinct e.held_by
                          from requests.search_entry e
                         where e.unit_id = any (:scopeUnits) and e.open and e.held_by is not null and %s
                        """.formatted(Scope.SENSITIVE)).params(scope.parameters()).query(UUID.class).list().stream()
                .map(AccountId::new)
                .toList();
    }
}
