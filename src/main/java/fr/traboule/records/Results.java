package fr.traboule.records;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.records.ImportProblem.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What came of changes that nobody waited for on a page, kept for a month. */
@Repository
public class Results {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Results(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param change to look at; empty where there was nothing to change, or something is wrong
     */
    public record Result(Optional<ChangeId> change, List<Problem> problems) {}

    public UUID keep(Result result) {
        var now = clock.instant();
        jdbc.sql("delete from records.result where made_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("insert into records.result (id, change_id, problems, made_at) values (?, ?, ?::jsonb, ?)")
                .param(id)
                .param(result.change().map(ChangeId::value).orElse(null))
                .param(json.writeValueAsString(result.problems()))
                .param(Timestamp.from(now))
                .update();
        return id;
    }

    public Optional<Result> byId(UUID id) {
        return jdbc.sql("select change_id, problems from records.result where id = ?")
                .param(id)
                .query((row, number) -> new Result(
                        Optional.ofNullable(row.getObject("change_id", UUID.class))
                                .map(ChangeId::new),
                        json.readValue(row.getString("problems"), PROBLEMS)))
                .optional();
    }
}
