package fr.traboule.requests;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.History;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who saw which person's data, for the data-protection officer: their own look at a person's trail is logged too. */
@Service
@Transactional
public class AccessTrail {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST_ID = new UUID(-1, -1);

    /** Shorter runs of digits are no telephone number. */
    private static final String REQUESTS_OF_PERSON = """
            select request_id from requests.statement where lower(email) = lower(:person)
            union
            select request_id from requests.statement
             where length(requests.digits(:person)) >= 6 and requests.digits(phone) = requests.digits(:person)
            """;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final History history;
    private final Permissions permissions;
    private final Looks looks;

    AccessTrail(JdbcClient jdbc, Requests requests, History requestsHistory, Permissions permissions, Looks looks) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.history = requestsHistory;
        this.permissions = permissions;
        this.looks = looks;
    }

    /**
     * What is looked for; whatever is left out does not narrow it.
     *
     * @param person an e-mail address or a telephone number that the person left
     * @param agent who looked
     * @param until not included
     */
    public record Query(
            Optional<RequestNumber> number,
            Optional<String> person,
            Optional<AccountId> agent,
            Optional<Instant> from,
            Optional<Instant> until) {}

    /**
     * One thing that happened.
     *
     * @param agent of the city who did it, if it was one
     */
    public record Event(RequestNumber number, Instant at, FactKind kind, Optional<AccountId> agent) {}

    /** One look, as the log tells it. */
    public record Line(UUID id, Instant at, AccountId account, RequestNumber number, Look look, Look.Reason reason) {

        public Position position() {
            return new Position(at, id);
        }
    }

    /** Where a page of the log ends: the next begins just before. */
    public record Position(Instant at, UUID id) {

        private static final Position START = new Position(END_OF_TIME, LAST_ID);

        /** As it stands in an address; empty where it makes no sense. */
        public static Optional<Position> of(String text) {
            try {
                var parts = text.split("_", 2);
                return parts.length < 2
                        ? Optional.empty()
                        : Optional.of(new Position(Instant.parse(parts[0]), UUID.fromString(parts[1])));
            } catch (DateTimeException | IllegalArgumentException broken) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    /** The last first. */
    public List<Line> search(Actor actor, Query query, Optional<Position> before, int most) {
        permissions.require(actor, RequestPermission.READ_ACCESS_LOG);
        var start = before.orElse(Position.START);
        return jdbc.sql(sql(query))
                .param("beforeAt", Timestamp.from(start.at()))
                .param("beforeId", start.id())
                .param("number", query.number().map(RequestNumber::signs).orElse(null))
                .param("person", query.person().orElse(null))
                .param("agent", query.agent().map(AccountId::value).orElse(null))
                .param("from", Timestamp.from(query.from().orElse(Instant.EPOCH)))
                .param("until", Timestamp.from(query.until().orElse(END_OF_TIME)))
                .param("most", most)
                .query(AccessTrail::line)
                .list();
    }

    /**
     * Whoever looks for a person or a number reads the log from their requests, each by its own index: the log itself has a
     * line for each page that anybody ever opened, and is not walked. Measured in bench/README.md.
     */
    static String sql(Query query) {
        var requests = new ArrayList<String>();
        query.number().ifPresent(number -> requests.add("select id from requests.request where number = :number"));
        query.person().ifPresent(person -> requests.add("(" + REQUESTS_OF_PERSON + ")"));
        var lines = """
                select l.id, l.subject_id, l.seen_at, l.account_id, l.what, l.why
                  from requests.access_log l
                 where (l.seen_at, l.id) < (:beforeAt, :beforeId) and l.seen_at >= :from and l.seen_at < :until %s %s
                 order by l.seen_at desc, l.id desc
                 limit :most
                """;
        var byAgent = query.agent().isPresent() ? "and l.account_id = :agent" : "";
        var found = requests.isEmpty()
                ? lines.formatted(byAgent, "")
                : """
                select l.*
                  from (%s) as wanted (id),
                       lateral (%s) as l
                 order by l.seen_at desc, l.id desc
                 limit :most
                """.formatted(
                        String.join(" intersect ", requests), lines.formatted(byAgent, "and l.subject_id = wanted.id"));
        return """
                with line as materialized (%s)
                select line.id, line.seen_at, line.account_id, line.what, line.why, r.number
                  from line join requests.request r on r.id = line.subject_id
                 order by line.seen_at desc, line.id desc
                """.formatted(found);
    }

    /** How much there is of one person. */
    public record Extent(long requests, long looks) {}

    /** Looks are counted up to a limit only. */
    public Extent extentOf(Actor.Agent officer, String person, int mostLooks) {
        permissions.require(officer, RequestPermission.READ_ACCESS_LOG);
        return jdbc.sql("""
                        with wanted as materialized (%s)
                        select (select count(*) from wanted) as requests,
                               (select count(*)
                                  from (select 1
                                          from wanted w
                                          join lateral (select 1 from requests.access_log
                                                         where subject_id = w.request_id limit :most) as look on true
                                         limit :most) as counted) as looks
                        """.formatted(REQUESTS_OF_PERSON))
                .param("person", person)
                .param("most", mostLooks)
                .query(Extent.class)
                .single();
    }

    /** The requests of one person, by the e-mail address or telephone number that they left, in the order of their ids. */
    public List<RequestId> requestsOf(Actor.Agent officer, String person, Optional<RequestId> after, int most) {
        permissions.require(officer, RequestPermission.READ_ACCESS_LOG);
        var found = jdbc
                .sql("""
                        select request_id from (%s) as wanted
                         where request_id > :after
                         order by request_id
                         limit :most
                        """.formatted(REQUESTS_OF_PERSON))
                .param("person", person)
                .param("after", after.map(RequestId::value).orElse(new UUID(0, 0)))
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(RequestId::new)
                .toList();
        found.forEach(request -> looks.add(officer.account(), request, Look.EXPORT, Look.Reason.DATA_PROTECTION));
        return found;
    }

    /** What happened to those requests, in order: who did what and when, without a word of what was said. */
    public List<Event> storyOf(Actor.Agent officer, List<RequestId> found) {
        permissions.require(officer, RequestPermission.READ_ACCESS_LOG);
        return found.stream()
                .flatMap(id -> requests.byId(id).stream())
                .flatMap(request -> history.of(request.id().value()).stream()
                        .map(told -> new Event(request.number(), told.at(), FactKind.of(told.kind()), told.account())))
                .toList();
    }

    /** Every look at those requests. */
    public List<Line> looksAt(Actor.Agent officer, List<RequestId> found) {
        permissions.require(officer, RequestPermission.READ_ACCESS_LOG);
        return jdbc.sql("""
                        select l.id, l.seen_at, l.account_id, l.what, l.why, r.number
                          from unnest(:requests) as wanted (id)
                          join requests.request r on r.id = wanted.id,
                               lateral (select * from requests.access_log where subject_id = wanted.id) as l
                        """)
                .param("requests", found.stream().map(RequestId::value).toArray(UUID[]::new))
                .query(AccessTrail::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getTimestamp("seen_at").toInstant(),
                new AccountId(row.getObject("account_id", UUID.class)),
                new RequestNumber(row.getString("number")),
                Look.of(row.getString("what")),
                Look.Reason.of(row.getString("why")));
    }
}
