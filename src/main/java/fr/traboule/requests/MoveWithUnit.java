package fr.traboule.requests;

import fr.traboule.city.UnitClosed;
import fr.traboule.city.UnitId;
import fr.traboule.city.UnitReopened;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a unit has in hand when it closes goes to its successor; what its successor has not dealt with comes back with it. All
 * at once, in a few statements whatever their number: whoever closes the unit waits for the page.
 */
@Component
class MoveWithUnit {

    private final Requests requests;
    private final Ledger ledger;
    private final JdbcDeliveries deliveries;
    private final JdbcClient jdbc;
    private final Clock clock;

    MoveWithUnit(Requests requests, Ledger ledger, JdbcDeliveries deliveries, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the transaction that closes it. */
    @EventListener
    void on(UnitClosed closed) {
        move(requests.openIn(closed.unit()), closed.unit(), closed.successor(), FactKind.MOVED_WITH_UNIT, closed.at());
        deliveries.hand(closed.unit(), closed.successor());
    }

    /** In the transaction that opens it again. */
    @EventListener
    void on(UnitReopened reopened) {
        var back = requests.movedFrom(reopened.unit(), reopened.successor());
        move(back, reopened.successor(), reopened.unit(), FactKind.MOVED_BACK, reopened.at());
        deliveries.handBack(reopened.successor(), reopened.unit());
    }

    private record Closed(UUID unit, UUID successor) {}

    /** Those that came to a unit in the very moment in which it closed, too late to be seen by it, follow. */
    @Transactional
    void moveWhatCameMeanwhile() {
        var left = jdbc.sql("""
                        select u.id as unit, u.successor_id as successor
                          from city.unit u
                         where u.closed_on is not null and u.successor_id is not null
                           and (exists (select from requests.search_entry e where e.unit_id = u.id and e.open)
                                or exists (select from requests.delivery d where d.unit_id = u.id and d.state = 'waiting'))
                         order by u.id
                        """).query(Closed.class).list();
        for (var closed : left) {
            var unit = new UnitId(closed.unit());
            move(
                    requests.openIn(unit),
                    unit,
                    new UnitId(closed.successor()),
                    FactKind.MOVED_WITH_UNIT,
                    clock.instant());
            deliveries.hand(unit, new UnitId(closed.successor()));
        }
    }

    private void move(List<RequestId> ids, UnitId from, UnitId to, FactKind kind, Instant at) {
        ledger.handAll(ids, from, to, kind, at);
    }
}
