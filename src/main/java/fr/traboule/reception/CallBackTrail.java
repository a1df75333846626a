package fr.traboule.reception;

import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import fr.traboule.ground.history.SchemaTrail;
import fr.traboule.requests.RequestNumber;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who saw which person's call-backs, and what happened to them; and who saw which colleague's draft. */
@Service
class CallBackTrail extends SchemaTrail {

    /**
     * Whoever wants to be called leaves a number, never an e-mail address; shorter runs of digits are no number. A draft has the
     * id of the request that it becomes.
     */
    private static final Schema SCHEMA = new Schema("reception", """
            select call_back_id as id from reception.caller
             where length(requests.digits(:person)) >= 6 and requests.digits(phone) = requests.digits(:person)
            """, """
            select id from reception.call_back where request_number = :number
            union
            select id from requests.request where number = :number
            """, """
            select id, request_number as number from reception.call_back
             where id = any (:ids) and request_number is not null
            union all
            select id, number from requests.request where id = any (:ids)
            """);

    private static final Keys KEYS = new Keys(
            "reception.trail.title",
            code -> CallFact.of(code).textKey(),
            code -> CallLook.of(code).textKey(),
            code -> CallLook.Reason.of(code).textKey(),
            number -> new RequestNumber(number).toString(),
            CallLook.EXPORT.code(),
            CallLook.Reason.DATA_PROTECTION.code());

    CallBackTrail(JdbcClient jdbc, History receptionHistory, AccessLog receptionAccessLog, Clock clock) {
        super(SCHEMA, KEYS, jdbc, receptionHistory, receptionAccessLog, clock);
    }
}
