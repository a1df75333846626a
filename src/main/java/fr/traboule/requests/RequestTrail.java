package fr.traboule.requests;

import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import fr.traboule.ground.history.SchemaTrail;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who saw which person's requests, and what happened to them. */
@Service
class RequestTrail extends SchemaTrail {

    /** Shorter runs of digits are no telephone number. */
    static final Schema SCHEMA = new Schema(
            "requests",
            """
            select request_id as id from requests.statement where lower(email) = lower(:person)
            union
            select request_id from requests.statement
             where length(requests.digits(:person)) >= 6 and requests.digits(phone) = requests.digits(:person)
            """,
            "select id from requests.request where number = :number",
            "select id, number from requests.request where id = any (:ids)");

    private static final Keys KEYS = new Keys(
            "requests.trail.title",
            code -> FactKind.of(code).textKey(),
            code -> Look.of(code).textKey(),
            code -> Look.Reason.of(code).textKey(),
            number -> new RequestNumber(number).toString(),
            Look.EXPORT.code(),
            Look.Reason.DATA_PROTECTION.code());

    RequestTrail(JdbcClient jdbc, History requestsHistory, AccessLog requestsAccessLog, Clock clock) {
        super(SCHEMA, KEYS, jdbc, requestsHistory, requestsAccessLog, clock);
    }
}
