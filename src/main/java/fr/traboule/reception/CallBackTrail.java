package fr.traboule.reception;

import static java.util.stream.Collectors.toMap;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import fr.traboule.ground.history.PersonalTrail;
import fr.traboule.ground.history.ReadAccessLog;
import fr.traboule.ground.history.ReadAccessLog.Kept;
import fr.traboule.ground.history.ReadAccessLog.Subjects;
import fr.traboule.requests.RequestNumber;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who saw which person's call-backs, and what happened to them; and who saw which colleague's draft. */
@Service
@Transactional
class CallBackTrail implements PersonalTrail {

    /** Whoever wants to be called leaves a number, never an e-mail address. Shorter runs of digits are no number. */
    private static final String OF_PERSON = """
            select call_back_id from reception.caller
             where length(requests.digits(:person)) >= 6 and requests.digits(phone) = requests.digits(:person)
            """;

    /** A draft has the id of the request that it becomes. */
    private static final String OF_NUMBER = """
            select id from reception.call_back where request_number = :number
            union
            select id from requests.request where number = :number
            """;

    private final JdbcClient jdbc;
    private final History history;
    private final AccessLog accessLog;
    private final ReadAccessLog log;
    private final Clock clock;

    CallBackTrail(JdbcClient jdbc, History receptionHistory, AccessLog receptionAccessLog, Clock clock) {
        this.jdbc = jdbc;
        this.history = receptionHistory;
        this.accessLog = receptionAccessLog;
        this.log = new ReadAccessLog(code(), jdbc);
        this.clock = clock;
    }

    @Override
    public final String code() {
        return "reception";
    }

    @Override
    public String title() {
        return "reception.trail.title";
    }

    @Override
    public List<Seen> search(Search search, Position before, int most) {
        return told(log.search(subjects(search), search, before, most));
    }

    private static Optional<Subjects> subjects(Search search) {
        var parts = new ArrayList<String>();
        var parameters = new HashMap<String, String>();
        search.number().ifPresent(number -> {
            parts.add("(" + OF_NUMBER + ")");
            parameters.put("number", number);
        });
        search.person().ifPresent(person -> {
            parts.add(OF_PERSON);
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
                        select call_back_id from (%s) as wanted
                         where call_back_id > :after
                         order by call_back_id
                         limit :most
                        """.formatted(OF_PERSON))
                .param("person", person)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
        var now = clock.instant();
        found.forEach(id -> accessLog.add(
                new AccessLog.Look(officer, id, CallLook.EXPORT.code(), CallLook.Reason.DATA_PROTECTION.code(), now)));
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
                                CallFact.of(told.kind()).textKey(),
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
                        CallLook.of(look.what()).textKey(),
                        CallLook.Reason.of(look.why()).textKey()))
                .toList();
    }

    /** Of the requests that they are about or became. */
    private Map<UUID, String> numbers(List<UUID> subjects) {
        return jdbc
                .sql("""
                        select id, request_number from reception.call_back
                         where id = any (:ids) and request_number is not null
                        union all
                        select id, number from requests.request where id = any (:ids)
                        """)
                .param("ids", subjects.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class), new RequestNumber(row.getString("request_number")).toString()))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
