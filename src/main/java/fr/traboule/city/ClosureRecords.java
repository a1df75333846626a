package fr.traboule.city;

import static fr.traboule.records.RecordQuery.words;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code closures.csv}: days on which a place is closed though its hours say otherwise. */
@Component
@Order(50)
class ClosureRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final Texts texts;
    private final Ids ids;

    ClosureRecords(JdbcClient jdbc, RecordQuery query, Texts texts, Ids ids) {
        this.jdbc = jdbc;
        this.query = query;
        this.texts = texts;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "closures";
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of(
                                Column.reference("place", "places").needed(),
                                Column.date("from").needed(),
                                Column.date("to")),
                        Column.words("reason", Column.Kind.TEXT))
                .toList();
    }

    @Override
    public List<String> key() {
        return List.of("place", "from");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select p.slug as place, c.starts_on as "from", c.ends_on as "to", %s
                  from city.closure c join city.place p on p.id = c.place_id
                 order by p.slug, c.starts_on
                """.formatted(words("city", "closure", "c.id", "reason")));
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var from = line.date("from").orElseThrow(() -> line.wrong("from", "empty"));
        var to = line.date("to").orElse(from);
        if (to.isBefore(from)) {
            throw line.wrong("to", "before", "from");
        }
        var place = ids.place(line, "place").orElseThrow(() -> line.wrong("place", "empty"));
        var id = known(place, from).orElseGet(UuidCreator::getTimeOrderedEpoch);
        jdbc.sql("""
                        insert into city.closure (id, place_id, starts_on, ends_on) values (?, ?, ?, ?)
                        on conflict (id) do update set ends_on = excluded.ends_on
                        """).params(id, place, from, to).update();
        texts.save("closure", id, "reason", line);
    }

    private Optional<UUID> known(UUID place, LocalDate from) {
        return jdbc.sql("select id from city.closure where place_id = ? and starts_on = ?")
                .params(place, from)
                .query(UUID.class)
                .optional();
    }

    @Override
    public void remove(Line line) {
        var place = ids.place(line, "place").orElseThrow();
        texts.remove("closure", known(place, line.date("from").orElseThrow()).orElseThrow());
    }
}
