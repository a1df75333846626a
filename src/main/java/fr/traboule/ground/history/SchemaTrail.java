package fr.traboule.ground.history;

import static java.util.stream.Collectors.toMap;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.history.ReadAccessLog.Kept;
import fr.traboule.ground.history.ReadAccessLog.Subjects;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The trail that a schema with a {@link History} and an {@link AccessLog} can tell, once it says whose is what. */
@Transactional
public class SchemaTrail implements PersonalTrail {

    private final Schema schema;
    private final Keys keys;
    private final JdbcClient jdbc;
    private final History history;
    private final AccessLog accessLog;
    private final ReadAccessLog log;
    private final Clock clock;

    /**
     * Whose is what.
     *
     * @param name of the schema
     * @param ofPerson SQL that gives, as {@code id}, what is about {@code :person}
     * @param ofNumber SQL that gives, as {@code id}, what is about the request {@code :number}
     * @param numbers SQL that gives {@code id} and {@code number} of the requests of {@code :ids}
     */
    public record Schema(String name, String ofPerson, String ofNumber, String numbers) {

        /** SQL that gives the ids of what is looked for; empty where that is everything. */
        public Optional<Subjects> subjects(Search search) {
            var parts = new ArrayList<String>();
            var parameters = new HashMap<String, String>();
            search.number().ifPresent(number -> {
                parts.add("(" + ofNumber + ")");
                parameters.put("number", number);
            });
            search.person().ifPresent(person -> {
                parts.add("(" + ofPerson + ")");
                parameters.put("person", person);
            });
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Subjects(String.join(" intersect ", parts), parameters));
        }
    }

    /**
     * How it is told.
     *
     * @param title key of the text that says what it is about
     * @param fact key of the text of a fact, by its code
     * @param look key of the text of what was seen
     * @param reason key of the text of what let them
     * @param number of a request as people read it
     * @param export code of the look that gathers all of a person
     * @param officer code of what lets the officer gather it
     */
    public record Keys(
            String title,
            UnaryOperator<String> fact,
            UnaryOperator<String> look,
            UnaryOperator<String> reason,
            UnaryOperator<String> number,
            String export,
            String officer) {}

    protected SchemaTrail(
            Schema schema, Keys keys, JdbcClient jdbc, History history, AccessLog accessLog, Clock clock) {
        this.schema = schema;
        this.keys = keys;
        this.jdbc = jdbc;
        this.history = history;
        this.accessLog = accessLog;
        this.log = new ReadAccessLog(schema.name(), jdbc);
        this.clock = clock;
    }

    @Override
    public String code() {
        return schema.name();
    }

    @Override
    public String title() {
        return keys.title();
    }

    @Override
    public List<Seen> search(Search search, Position before, int most) {
        return told(log.search(schema.subjects(search), search, before, most));
    }

    @Override
    public Extent extentOf(String person, int mostLooks) {
        return log.extent(new Subjects(schema.ofPerson(), Map.of("person", person)), mostLooks);
    }

    @Override
    public List<UUID> subjectsOf(AccountId officer, String person, UUID after, int most) {
        var found = jdbc.sql("select id from (%s) as wanted where id > :after order by id limit :most"
                        .formatted(schema.ofPerson()))
                .param("person", person)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
        var now = clock.instant();
        found.forEach(id -> accessLog.add(new AccessLog.Look(officer, id, keys.export(), keys.officer(), now)));
        return found;
    }

    @Override
    public List<Happened> storyOf(List<UUID> subjects) {
        var numbers = numbers(subjects);
        return subjects.stream()
                .flatMap(id -> history.of(id).stream().map(told -> happened(id, told, numbers)))
                .toList();
    }

    private Happened happened(UUID id, History.Told told, Map<UUID, String> numbers) {
        return new Happened(
                id, numbers.getOrDefault(id, ""), told.at(), keys.fact().apply(told.kind()), told.account());
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
                        keys.look().apply(look.what()),
                        keys.reason().apply(look.why())))
                .toList();
    }

    private Map<UUID, String> numbers(List<UUID> subjects) {
        return jdbc
                .sql(schema.numbers())
                .param("ids", subjects.toArray(UUID[]::new))
                .query((row, line) ->
                        Map.entry(row.getObject("id", UUID.class), keys.number().apply(row.getString("number"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
