package fr.traboule.city;

import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code school_holidays.csv}: the published holidays of each zone, from the first free day to the last. */
@Component
@Order(70)
class SchoolHolidayRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;

    SchoolHolidayRecords(JdbcClient jdbc, RecordQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    /** The zones of the country. */
    static Stream<String> zones() {
        return Stream.of("A", "B", "C");
    }

    @Override
    public String name() {
        return "school_holidays";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.choice("zone", zones()),
                Column.date("from").needed(),
                Column.date("to").needed(),
                Column.text("source"));
    }

    @Override
    public List<String> key() {
        return List.of("zone", "from");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select zone, starts_on as "from", ends_on as "to", source from city.school_holiday order by zone, starts_on
                """);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var from = line.date("from").orElseThrow(() -> line.wrong("from", "empty"));
        var to = line.date("to").orElseThrow(() -> line.wrong("to", "empty"));
        if (to.isBefore(from)) {
            throw line.wrong("to", "before", "from");
        }
        jdbc.sql("""
                        insert into city.school_holiday (zone, starts_on, ends_on, source) values (?, ?, ?, ?)
                        on conflict (zone, starts_on) do update set ends_on = excluded.ends_on, source = excluded.source
                        """)
                .param(zone(line))
                .param(from)
                .param(to)
                .param(line.ifThere("source").orElse(null))
                .update();
    }

    private static String zone(Line line) {
        return line.choice("zone", zones());
    }

    @Override
    public void remove(Line line) {
        jdbc.sql("delete from city.school_holiday where zone = ? and starts_on = ?")
                .params(zone(line), line.date("from").orElseThrow())
                .update();
    }
}
