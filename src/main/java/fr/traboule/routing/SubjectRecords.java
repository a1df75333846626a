package fr.traboule.routing;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code subjects.csv}: what people may ask for. One that requests name is retired, not removed. */
@Component
@Order(210)
class SubjectRecords implements RecordFile, RecordWriter {

    private static final int LONGEST_PROMISE = 365;

    private final JdbcClient jdbc;
    private final RecordQuery query;

    SubjectRecords(JdbcClient jdbc, RecordQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public String name() {
        return "subjects";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.code("code"),
                Column.reference("theme", "themes").needed(),
                Column.choice("nature", natures()),
                Column.choice("place", Stream.of("useful", "none")),
                Column.of(Column.Kind.WHOLE, "promise_days").needed(),
                Column.of(Column.Kind.WHOLE, "duplicate_metres"),
                Column.of(Column.Kind.WHOLE, "duplicate_days"),
                Column.of(Column.Kind.YES, "sensitive"),
                Column.of(Column.Kind.YES, "retired"),
                Column.of(Column.Kind.WHOLE, "rank"));
    }

    private static Stream<String> natures() {
        return Arrays.stream(Nature.values()).map(Nature::code);
    }

    @Override
    public List<String> key() {
        return List.of("code");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select code, theme_code as theme, nature, case when place_useful then 'useful' else 'none' end as place, promise_days,
                       duplicate_metres, duplicate_days,
                       case when sensitive then 'yes' else '' end as sensitive, case when retired then 'yes' else '' end as retired, rank
                  from routing.subject
                 order by rank, code
                """);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var saved = jdbc.sql("""
                        insert into routing.subject (id, code, theme_code, nature, place_useful, sensitive, retired, promise_days,
                                                     duplicate_metres, duplicate_days, rank)
                        select :id, :code, t.code, :nature, :placeUseful, :sensitive, :retired, :promiseDays, :metres, :days,
                               coalesce(:rank, (select coalesce(max(rank), 0) + 1 from routing.subject))
                          from routing.theme t where t.code = :theme
                        on conflict (code) do update
                           set theme_code = excluded.theme_code, nature = excluded.nature, place_useful = excluded.place_useful,
                               sensitive = excluded.sensitive, retired = excluded.retired, promise_days = excluded.promise_days,
                               duplicate_metres = excluded.duplicate_metres, duplicate_days = excluded.duplicate_days,
                               rank = coalesce(:rank, subject.rank)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", line.code("code"))
                .param("theme", line.required("theme"))
                .param("nature", line.choice("nature", natures()))
                .param(
                        "placeUseful",
                        line.choice("place", Stream.of("useful", "none")).equals("useful"))
                .param("sensitive", line.yes("sensitive"))
                .param("retired", line.yes("retired"))
                .param("promiseDays", promiseDays(line))
                .param("metres", atMost(line, "duplicate_metres", Sameness.MOST_METRES))
                .param("days", atMost(line, "duplicate_days", Sameness.MOST_DAYS))
                .param("rank", Ranks.of(line))
                .update();
        if (saved == 0) {
            throw line.wrong("theme", "notIn", "themes");
        }
    }

    private static int promiseDays(Line line) {
        return line.whole("promise_days")
                .filter(days -> days > 0 && days <= LONGEST_PROMISE)
                .orElseThrow(() -> line.wrong("promise_days", "noDays", LONGEST_PROMISE));
    }

    private static @Nullable Integer atMost(Line line, String column, int most) {
        var said = line.ifThere(column).flatMap(there -> line.whole(column));
        if (said.filter(number -> number < 1 || number > most).isPresent()) {
            throw line.wrong(column, "notBetween", most);
        }
        return said.orElse(null);
    }

    @Override
    public void remove(Line line) {
        jdbc.sql("delete from routing.subject where code = ?")
                .param(line.required("code"))
                .update();
    }

    @Override
    public void check() {
        jdbc.sql("""
                        select code from routing.subject s
                         where not exists (select from routing.subject_text t where t.subject_id = s.id and t.language = 'fr')
                         order by code limit 1
                        """).query(String.class).optional().ifPresent(code -> {
            throw new ImportProblem(name(), 0, "noFrenchWords", code);
        });
    }
}
