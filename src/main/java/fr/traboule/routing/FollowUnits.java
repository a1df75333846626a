package fr.traboule.routing;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.UnitClosed;
import java.sql.Date;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a unit answered for, its successor answers for when it closes. (Opened again, its change takes that back too.) */
@Component
class FollowUnits {

    private final JdbcClient jdbc;

    FollowUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction that closes it. */
    @EventListener
    void on(UnitClosed closed) {
        jdbc.sql("""
                        update routing.competence set unit_id = :successor
                         where unit_id = :unit and (valid_to is null or valid_to >= :today)
                        """)
                .param("successor", closed.successor().value())
                .param("unit", closed.unit().value())
                .param("today", Date.valueOf(CityTime.day(closed.at())))
                .update();
    }
}
