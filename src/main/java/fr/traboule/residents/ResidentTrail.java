package fr.traboule.residents;

import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import fr.traboule.ground.history.SchemaTrail;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who saw which person's record, and what happened to it. Records know no request, and no number. */
@Service
class ResidentTrail extends SchemaTrail {

    /**
     * Whoever has that e-mail address or number as their own, with all records that are merged with theirs: what a household
     * shares says nothing of who it is. Shorter runs of digits are no number.
     */
    private static final Schema SCHEMA = new Schema(
            "residents",
            """
            with recursive kin (id) as (
                select residents.root(d.resident_id)
                  from residents.detail d
                 where not d.shared
                   and (d.kind = 'email' and d.key = residents.key('email', :person)
                        or d.kind = 'phone' and d.key = residents.key('phone', :person)
                           and length(residents.key('phone', :person)) >= 6)
                union
                select r.id from kin join residents.resident r on r.merged_into = kin.id)
            select id from kin
            """,
            "select id from residents.resident where false and :number is not null",
            "select id, null as number from residents.resident where false and id = any (:ids)");

    private static final Keys KEYS = new Keys(
            "residents.trail.title",
            code -> ResidentFact.of(code).textKey(),
            code -> ResidentLook.of(code).textKey(),
            code -> ResidentLook.Reason.of(code).textKey(),
            UnaryOperator.identity(),
            ResidentLook.EXPORT.code(),
            ResidentLook.EXPORT.reason().code());

    ResidentTrail(JdbcClient jdbc, History residentsHistory, AccessLog residentsAccessLog, Clock clock) {
        super(SCHEMA, KEYS, jdbc, residentsHistory, residentsAccessLog, clock);
    }
}
