package fr.traboule.paper;

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

/** Who saw which person's letters, and what happened to them. Whose a letter is, nobody knows before it is a request. */
@Service
@Transactional
class LetterTrail implements PersonalTrail {

    /** By what was typed with the request, which has the id of its letter. Shorter runs of digits are no number. */
    private static final String OF_PERSON = """
            select l.id
              from (select request_id from requests.statement where lower(email) = lower(:person)
                    union
                    select request_id from requests.statement
                     where length(requests.digits(:person)) >= 6 and requests.digits(phone) = requests.digits(:person)) as said
              join paper.letter l on l.id = said.request_id
            """;

    private final JdbcClient jdbc;
    private final History history;
    private final AccessLog accessLog;
    private final ReadAccessLog log;
    private final Clock clock;

    LetterTrail(JdbcClient jdbc, History paperHistory, AccessLog paperAccessLog, Clock clock) {
        this.jdbc = jdbc;
        this.history = paperHistory;
        this.accessLog = paperAccessLog;
        this.log = new ReadAccessLog(code(), jdbc);
        this.clock = clock;
    }

    @Override
    public final String code() {
        return "paper";
    }

    @Override
    public String title() {
        return "paper.trail.title";
    }

    @Override
    public List<Seen> search(Search search, Position before, int most) {
        return told(log.search(subjects(search), search, before, most));
    }

    private static Optional<Subjects> subjects(Search search) {
        var parts = new ArrayList<String>();
        var parameters = new HashMap<String, String>();
        search.number().ifPresent(number -> {
            parts.add(
                    "select l.id from paper.letter l join requests.request r on r.id = l.id where r.number = :number");
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
                        select id from (%s) as wanted
                         where id > :after
                         order by id
                         limit :most
                        """.formatted(OF_PERSON))
                .param("person", person)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
        var now = clock.instant();
        found.forEach(id -> accessLog.add(new AccessLog.Look(
                officer, id, LetterLook.EXPORT.code(), LetterLook.Reason.DATA_PROTECTION.code(), now)));
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
                                LetterFact.of(told.kind()).textKey(),
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
                        LetterLook.of(look.what()).textKey(),
                        LetterLook.Reason.of(look.why()).textKey()))
                .toList();
    }

    /** Of the requests that they became. */
    private Map<UUID, String> numbers(List<UUID> subjects) {
        return jdbc
                .sql("""
                        select l.id, r.number from paper.letter l join requests.request r on r.id = l.id
                         where l.id = any (:ids)
                        """)
                .param("ids", subjects.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class), new RequestNumber(row.getString("number")).toString()))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
