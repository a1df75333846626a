package fr.traboule.requests;

import static java.util.stream.Collectors.toMap;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.history.History;
import fr.traboule.ground.history.PersonalTrail;
import fr.traboule.ground.history.ReadAccessLog;
import fr.traboule.ground.history.ReadAccessLog.Kept;
import fr.traboule.ground.history.ReadAccessLog.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who saw which person's requests, and what happened to them. */
@Service
@Transactional
class RequestTrail implements PersonalTrail {

    /** Shorter runs of digits are no telephone number. */
    private static final String OF_PERSON = """
            select request_id from requests.statement where lower(email) = lower(:person)
            union
            select request_id from requests.statement
             where length(requests.digits(:person)) >= 6 and requests.digits(phone) = requests.digits(:person)
            """;

    private final JdbcClient jdbc;
    private final History history;
    private final ReadAccessLog log;
    private final Looks looks;

    RequestTrail(JdbcClient jdbc, History requestsHistory, Looks looks) {
        this.jdbc = jdbc;
        this.history = requestsHistory;
        this.log = new ReadAccessLog(code(), jdbc);
        this.looks = looks;
    }

    @Override
    public final String code() {
        return "requests";
    }

    @Override
    public String title() {
        return "requests.trail.title";
    }

    @Override
    public List<Seen> search(Search search, Position before, int most) {
        return told(log.search(subjects(search), search, before, most));
    }

    static Optional<Subjects> subjects(Search search) {
        var parts = new ArrayList<String>();
        var parameters = new HashMap<String, String>();
        search.number().ifPresent(number -> {
            parts.add("select id from requests.request where number = :number");
            parameters.put("number", number);
        });
        search.person().ifPresent(person -> {
            parts.add("(" + OF_PERSON + ")");
            parameters.put("person", person);
        });
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Subjects(String.join(" intersect ", parts), parameters));
    }

    @Override
    public Extent extentOf(String person, int mostLooks) {
        return log.extent(new Subjects(OF_PERSON, Map.of("person", person)), mostLooks);
    }

    @Override
    public List<UUID> subjectsOf(AccountId officer, String person, UUID after, int most) {
        var found = jdbc.sql("""
                        select request_id from (%s) as wanted
                         where request_id > :after
                         order by request_id
                         limit :most
                        """.formatted(OF_PERSON))
                .param("person", person)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
        found.forEach(id -> looks.add(officer, new RequestId(id), Look.EXPORT, Look.Reason.DATA_PROTECTION));
        return found;
    }

    @Override
    public List<Happened> storyOf(List<UUID> subjects) {
        var numbers = numbers(subjects);
        return subjects.stream()
                .flatMap(id -> history.of(id).stream()
                        .map(told -> new Happened(
                                id,
                                numbers.getOrDefault(id, ""),
                                told.at(),
                                FactKind.of(told.kind()).textKey(),
                                told.account())))
                .toList();
    }

    @Override
    public List<Seen> looksAt(List<UUID> subjects) {
        return told(log.at(subjects));
    }

    private List<Seen> told(List<Kept> kept) {
        var numbers = numbers(kept.stream().map(Kept::subject).distinct().toList());
        return kept.stream()
                .map(look -> new Seen(
                        look.id(),
                        look.at(),
                        look.account(),
                        look.subject(),
                        numbers.getOrDefault(look.subject(), ""),
                        Look.of(look.what()).textKey(),
                        Look.Reason.of(look.why()).textKey()))
                .toList();
    }

    private Map<UUID, String> numbers(List<UUID> subjects) {
        return jdbc
                .sql("select id, number from requests.request where id = any (:ids)")
                .param("ids", subjects.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class), new RequestNumber(row.getString("number")).toString()))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
