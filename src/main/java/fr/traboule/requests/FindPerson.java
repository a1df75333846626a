package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.routing.SubjectId;
import fr.traboule.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is there? The last requests of somebody, by what they left: a number, an e-mail address, a telephone number, a name, a
 * postal address. Of those that others answer for, no more than what is told to whoever has the number; of sensitive ones,
 * nothing. Each is a look, that the log keeps.
 */
@Service
@Transactional
public class FindPerson {

    private static final int MOST = 10;
    private static final int SHORTEST_PHONE = 6;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 .()/-]+");
    private static final Pattern FRANCE = Pattern.compile("^(?:(?:0033|33)0?|0)(?=[1-9]\\d{8}$)");

    static final String BY_EMAIL = "select request_id from requests.statement where lower(email) = lower(:typed)";

    static final String BY_PHONE =
            "select request_id from requests.statement where phone is not null and requests.digits(phone) = any (:phones)";

    /** What people are called stands in the words of weight A, with their e-mail and telephone. */
    static final String BY_WORDS = """
            select e.request_id
              from requests.search_entry e
             where e.words @@ plainto_tsquery('ground.fr', :typed)
               and ts_filter(e.words, '{a}') @@ plainto_tsquery('ground.fr', :typed)
            union
            select s.request_id
              from requests.statement s
             where s.postal_address is not null
               and to_tsvector('ground.fr'::regconfig, s.postal_address) @@ plainto_tsquery('ground.fr', :typed)
            """;

    private final JdbcClient jdbc;
    private final ReadRequests readRequests;
    private final Scopes scopes;
    private final Permissions permissions;
    private final Looks looks;

    FindPerson(JdbcClient jdbc, ReadRequests readRequests, Scopes scopes, Permissions permissions, Looks looks) {
        this.jdbc = jdbc;
        this.readRequests = readRequests;
        this.scopes = scopes;
        this.permissions = permissions;
        this.looks = looks;
    }

    /** A request that the agent may see, with how to reach whoever filed it. */
    public record Known(
            RequestNumber number,
            Optional<SubjectId> subject,
            RequestStatus status,
            LocalDate dueOn,
            Contact contact,
            Language language) {}

    /** The last received first. */
    public record Found(List<Known> known, List<RequestElsewhere> elsewhere) {

        public static final Found NOTHING = new Found(List.of(), List.of());

        public boolean isEmpty() {
            return known.isEmpty() && elsewhere.isEmpty();
        }
    }

    private record Row(RequestId id, UnitId unit, boolean mine, Known known) {}

    public Found find(Actor.Agent agent, String typed) {
        permissions.require(agent, RequestPermission.FILE);
        var scope = scopes.of(agent);
        var said = typed.replace('\0', ' ').strip();
        if (said.isEmpty()) {
            return Found.NOTHING;
        }
        var number = RequestNumber.of(said);
        if (number.isPresent()) {
            var known = known(agent, number.get()).stream().toList();
            return new Found(
                    known,
                    known.isEmpty()
                            ? readRequests.elsewhere(agent, number.get()).stream()
                                    .toList()
                            : List.of());
        }
        var rows = said.contains("@")
                ? rows(BY_EMAIL, said, scope, true)
                : isPhone(said) ? rows(BY_PHONE, said, scope, true) : rows(BY_WORDS, said, scope, isWholeName(said));
        rows.forEach(row -> look(scope, row));
        return new Found(
                rows.stream().filter(Row::mine).map(Row::known).toList(),
                rows.stream()
                        .filter(row -> !row.mine())
                        .map(FindPerson::elsewhere)
                        .toList());
    }

    /** Whoever filed one request, to be reached as they were then; empty where the agent may not see it. */
    public Optional<Known> known(Actor.Agent agent, RequestNumber number) {
        permissions.require(agent, RequestPermission.FILE);
        var scope = scopes.of(agent);
        var row = rows("select id from requests.request where number = :typed", number.signs(), scope, false).stream()
                .findFirst();
        row.ifPresent(found -> look(scope, found));
        return row.map(Row::known);
    }

    private void look(Scope scope, Row row) {
        if (row.mine()) {
            looks.add(scope, row.id(), row.unit(), Look.PERSON);
        } else {
            looks.add(scope.account(), row.id(), Look.PERSON, Look.Reason.RECEPTION);
        }
    }

    private List<Row> rows(String wanted, String typed, Scope scope, boolean ofOthersToo) {
        return jdbc.sql("""
                        with wanted (request_id) as materialized (%s)
                        select e.request_id, e.unit_id, e.subject_id, e.status, e.due_on, r.number, r.language, %s as mine,
                               s.answer_way, s.name, s.email, s.phone, s.postal_address
                          from wanted
                          join requests.search_entry e on e.request_id = wanted.request_id
                          join requests.request r on r.id = e.request_id
                          join requests.statement s on s.request_id = e.request_id
                         where %s or (:ofOthersToo and not e.sensitive and %s)
                         order by e.received_at desc, e.request_id desc
                         limit :most
                        """.formatted(wanted, Scope.PREDICATE, Scope.PREDICATE, Scope.CURRENT))
                .param("typed", typed)
                .param("phones", phones(typed).toArray(String[]::new))
                .params(scope.parameters())
                .param("ofOthersToo", ofOthersToo)
                .param("most", MOST)
                .query(FindPerson::row)
                .list();
    }

    private static boolean isPhone(String said) {
        return PHONE.matcher(said).matches() && digits(said).length() >= SHORTEST_PHONE;
    }

    /** One word is the name of too many people to say anything of requests elsewhere. */
    private static boolean isWholeName(String said) {
        return said.split("\\s+").length > 1;
    }

    /** The digits of a telephone number that was typed, as people write them; none where it is no telephone number. */
    public static List<String> phones(String typed) {
        if (!isPhone(typed)) {
            return List.of();
        }
        var digits = digits(typed);
        var france = FRANCE.matcher(digits);
        return france.find()
                ? Stream.of("0", "33", "0033", "330", "00330")
                        .map(start -> start + digits.substring(france.end()))
                        .toList()
                : List.of(digits);
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\D", "");
    }

    private static RequestElsewhere elsewhere(Row row) {
        var known = row.known();
        return new RequestElsewhere(known.number(), row.unit(), known.status(), known.dueOn(), Optional.empty());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new RequestId(row.getObject("request_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getBoolean("mine"),
                new Known(
                        new RequestNumber(row.getString("number")),
                        Optional.ofNullable(row.getObject("subject_id", UUID.class))
                                .map(SubjectId::new),
                        RequestStatus.of(row.getString("status")),
                        row.getObject("due_on", LocalDate.class),
                        JdbcRequests.contact(row),
                        Language.of(row.getString("language")).orElse(Language.FR)));
    }
}
