package fr.traboule.city;

import static fr.traboule.records.RecordQuery.words;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code phone_lines.csv}: the telephone lines that people may call. */
@Component
@Order(60)
class PhoneLineRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final Texts texts;
    private final Ids ids;

    PhoneLineRecords(JdbcClient jdbc, RecordQuery query, Texts texts, Ids ids) {
        this.jdbc = jdbc;
        this.query = query;
        this.texts = texts;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "phone_lines";
    }

    @Override
    public List<Column> columns() {
        return Stream.of(
                        Stream.of(
                                Column.code("code"),
                                Column.reference("organisation", "organisations")
                                        .needed()),
                        Column.words("name", Column.Kind.TEXT),
                        Stream.of(Column.text("number").needed()),
                        VerifiedHours.columns())
                .flatMap(columns -> columns)
                .toList();
    }

    @Override
    public List<String> key() {
        return List.of("code");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select l.code, o.code as organisation, %s, l.number, l.hours, l.hours_source, l.hours_read_on, l.hours_verified_on
                  from city.phone_line l join city.organisation o on o.id = l.organisation_id
                 order by l.code
                """.formatted(words("city", "phone_line", "l.id", "name")));
    }

    @Override
    public Map<String, String> reconcile(Entry now, Line wanted) {
        return VerifiedHours.reconcile(now, wanted);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var id = jdbc.sql("""
                        insert into city.phone_line (id, code, organisation_id, number, hours, hours_source, hours_read_on, hours_verified_on)
                        values (:id, :code, :organisation, :number, :hours, :hoursSource, :hoursReadOn, :hoursVerifiedOn)
                        on conflict (code) do update
                           set organisation_id = excluded.organisation_id, number = excluded.number, hours = excluded.hours,
                               hours_source = excluded.hours_source, hours_read_on = excluded.hours_read_on,
                               hours_verified_on = excluded.hours_verified_on
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", line.code("code"))
                .param(
                        "organisation",
                        ids.organisation(line, "organisation").orElseThrow(() -> line.wrong("organisation", "empty")))
                .param("number", line.required("number"))
                .param("hours", Cells.hours(line))
                .param("hoursSource", line.text("hours_source").orElse(null))
                .param("hoursReadOn", Cells.readOn(line))
                .param("hoursVerifiedOn", line.date("hours_verified_on").orElse(null))
                .query(UUID.class)
                .single();
        texts.save("phone_line", id, "name", line);
    }

    @Override
    public void remove(Line line) {
        var id = jdbc.sql("select id from city.phone_line where code = ?")
                .param(line.required("code"))
                .query(UUID.class)
                .single();
        texts.remove("phone_line", id);
    }
}
