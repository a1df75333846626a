package fr.traboule.ground.history;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.AccountId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log of one schema of who saw which person's data, when and why (invariant I7; GDPR, articles 5 and 32). Written in the
 * transaction that reads: what cannot be logged is not shown.
 */
public class AccessLog {

    /** Whoever looks at the same thing again within this time looks once. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(5);

    private static final int MONTHS_AHEAD = 2;

    private final String schema;
    private final JdbcClient jdbc;

    /** @param schema whose migration called {@code ground.create_access_log} */
    public AccessLog(String schema, JdbcClient jdbc) {
        this.schema = schema;
        this.jdbc = jdbc;
    }

    /**
     * Somebody saw something.
     *
     * @param subject whose data it was, a request...
     * @param what code of the page or file
     * @param why code of what let them
     */
    public record Look(AccountId account, UUID subject, String what, String why, Instant at) {}

    public void add(Look look) {
        jdbc.sql("""
                        insert into %1$s.access_log (id, subject_id, account_id, what, why, seen_at)
                        select :id, :subject, :account, :what, :why, :at
                         where not exists (select from %1$s.access_log l
                                            where l.subject_id = :subject and l.account_id = :account and l.what = :what
                                              and l.seen_at > :since)
                        """.formatted(schema))
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("subject", look.subject())
                .param("account", look.account().value())
                .param("what", look.what())
                .param("why", look.why())
                .param("at", Timestamp.from(look.at()))
                .param("since", Timestamp.from(look.at().minus(ONE_LOOK)))
                .update();
    }

    /** So that each month finds its partition made. */
    void prepareMonths(Instant now) {
        for (var month = 0; month <= MONTHS_AHEAD; month++) {
            var instant = now.atOffset(ZoneOffset.UTC).plusMonths(month).toInstant();
            jdbc.sql("select ground.ensure_access_log_month(?, ?)")
                    .params(schema, Timestamp.from(instant))
                    .query((row, number) -> number)
                    .single();
        }
    }
}
