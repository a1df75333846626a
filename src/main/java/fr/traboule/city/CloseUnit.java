package fr.traboule.city;

import fr.traboule.records.Line;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closes a unit and opens it again: its agents go where its requests go, and come back with them. */
@Component
class CloseUnit {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CloseUnit(JdbcClient jdbc, Ids ids, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    private record Standing(
            @Nullable LocalDate closedOn, @Nullable UUID successorId) {}

    void become(Line line, UUID unit) {
        var was = jdbc.sql("select closed_on, successor_id from city.unit where id = ?")
                .param(unit)
                .query(Standing.class)
                .single();
        var closedOn = line.ifThere("closed_on").flatMap(day -> line.date("closed_on"));
        var successor = line.ifThere("successor").flatMap(code -> ids.unit(line, "successor"));
        if (closedOn.isPresent()) {
            requireOpen(line, unit, successor);
        }
        jdbc.sql("update city.unit set closed_on = ?, successor_id = ? where id = ?")
                .param(closedOn.orElse(null))
                .param(closedOn.flatMap(day -> successor).orElse(null))
                .param(unit)
                .update();
        if (closedOn.isPresent() && was.closedOn() == null) {
            close(unit, successor.orElseThrow());
        } else if (closedOn.isEmpty() && was.closedOn() != null && was.successorId() != null) {
            reopen(unit, was.successorId());
        }
    }

    private void requireOpen(Line line, UUID unit, Optional<UUID> successor) {
        if (successor.isEmpty()) {
            throw line.wrong("successor", "empty");
        }
        var isOpen = jdbc.sql("select closed_on is null and id <> ? from city.unit where id = ?")
                .params(unit, successor.get())
                .query(Boolean.class)
                .single();
        if (!isOpen) {
            throw line.wrong("successor", "noSuccessor");
        }
    }

    private void close(UUID unit, UUID successor) {
        jdbc.sql("""
                        insert into city.post (account_id, unit_id, from_unit_id)
                        select account_id, :successor, :unit from city.post where unit_id = :unit
                        on conflict do nothing
                        """).param("successor", successor).param("unit", unit).update();
        events.publishEvent(new UnitClosed(new UnitId(unit), new UnitId(successor), clock.instant()));
    }

    private void reopen(UUID unit, UUID successor) {
        jdbc.sql("delete from city.post where unit_id = ? and from_unit_id = ?")
                .params(successor, unit)
                .update();
        events.publishEvent(new UnitReopened(new UnitId(unit), new UnitId(successor), clock.instant()));
    }
}
