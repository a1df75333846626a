package fr.traboule.routing;

import static fr.traboule.records.RecordQuery.words;

import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import fr.traboule.web.Language;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code themes.csv}: the families of subjects, in the order in which pages show them. */
@Component
@Order(200)
class ThemeRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;

    ThemeRecords(JdbcClient jdbc, RecordQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public String name() {
        return "themes";
    }

    @Override
    public List<Column> columns() {
        return Stream.of(
                        Stream.of(Column.code("code")),
                        Column.words("name", Column.Kind.TEXT),
                        Stream.of(Column.of(Column.Kind.WHOLE, "rank")))
                .flatMap(columns -> columns)
                .toList();
    }

    @Override
    public List<String> key() {
        return List.of("code");
    }

    @Override
    public List<Entry> read() {
        return query.read("select t0.code, %s, t0.rank from routing.theme t0 order by t0.rank, t0.code"
                .formatted(words("routing", "theme", "theme_code", "t0.code", "name", "name")));
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var code = line.code("code");
        line.required("name_fr");
        jdbc.sql("""
                        insert into routing.theme (code, rank)
                        values (:code, coalesce(:rank, (select coalesce(max(rank), 0) + 1 from routing.theme)))
                        on conflict (code) do update set rank = coalesce(:rank, theme.rank)
                        """).param("code", code).param("rank", Ranks.of(line)).update();
        jdbc.sql("delete from routing.theme_text where theme_code = ?")
                .param(code)
                .update();
        for (var language : Language.values()) {
            line.ifThere("name_" + language.code())
                    .ifPresent(name -> jdbc.sql(
                                    "insert into routing.theme_text (theme_code, language, name) values (?, ?, ?)")
                            .params(code, language.code(), name)
                            .update());
        }
    }

    @Override
    public void remove(Line line) {
        jdbc.sql("delete from routing.theme_text where theme_code = ?")
                .param(line.required("code"))
                .update();
        jdbc.sql("delete from routing.theme where code = ?")
                .param(line.required("code"))
                .update();
    }
}
