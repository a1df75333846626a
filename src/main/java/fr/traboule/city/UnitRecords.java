package fr.traboule.city;

import static fr.traboule.records.RecordQuery.words;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code units.csv}: the units that answer for requests. One is closed by its day and by the unit that takes over what it has in
 * hand, and removed only where nothing ever named it.
 */
@Component
@Order(20)
class UnitRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final Texts texts;
    private final Ids ids;
    private final CloseUnit closeUnit;

    UnitRecords(JdbcClient jdbc, RecordQuery query, Texts texts, Ids ids, CloseUnit closeUnit) {
        this.jdbc = jdbc;
        this.query = query;
        this.texts = texts;
        this.ids = ids;
        this.closeUnit = closeUnit;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public List<Column> columns() {
        return Stream.of(
                        Stream.of(
                                Column.code("code"),
                                Column.reference("parent", "units"),
                                Column.reference("organisation", "organisations")
                                        .needed()),
                        Column.words("name", Column.Kind.TEXT),
                        Stream.of(
                                Column.text("phone"),
                                Column.text("office"),
                                Column.date("closed_on"),
                                Column.reference("successor", "units")))
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
                select u.code, p.code as parent, o.code as organisation, %s, u.phone, u.office, u.closed_on, s.code as successor
                  from city.unit u
                  join city.organisation o on o.id = u.organisation_id
                  left join city.unit p on p.id = u.parent_id
                  left join city.unit s on s.id = u.successor_id
                 order by u.code
                """.formatted(words("city", "unit", "u.id", "name")));
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var id = jdbc.sql("""
                        insert into city.unit (id, code, organisation_id, phone, office)
                        values (:id, :code, :organisation, :phone, :office)
                        on conflict (code) do update
                           set organisation_id = excluded.organisation_id, phone = excluded.phone, office = excluded.office
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", line.code("code"))
                .param(
                        "organisation",
                        ids.organisation(line, "organisation").orElseThrow(() -> line.wrong("organisation", "empty")))
                .param("phone", line.text("phone").orElse(null))
                .param("office", line.text("office").orElse(null))
                .query(UUID.class)
                .single();
        texts.save("unit", id, "name", line);
    }

    @Override
    public void link(Line line) {
        var id = ids.unit(line, "code").orElseThrow();
        jdbc.sql("update city.unit set parent_id = ? where id = ?")
                .param(ids.unit(line, "parent").orElse(null))
                .param(id)
                .update();
        refuseCircle(line, id);
        closeUnit.become(line, id);
    }

    /** A unit below itself would answer to nobody. */
    private void refuseCircle(Line line, UUID id) {
        var isBelowItself = jdbc.sql("""
                        with recursive above as (
                            select parent_id from city.unit where id = :id
                            union
                            select u.parent_id from city.unit u join above on u.id = above.parent_id
                        )
                        select exists (select from above where parent_id = :id)
                        """).param("id", id).query(Boolean.class).single();
        if (isBelowItself) {
            throw line.wrong("parent", "circle");
        }
    }

    @Override
    public void remove(Line line) {
        texts.remove("unit", ids.unit(line, "code").orElseThrow());
    }

    @Override
    public void check() {
        jdbc.sql("""
                        select u.code, p.code as above from city.unit u join city.unit p on p.id = u.parent_id
                         where u.closed_on is null and p.closed_on is not null
                         order by u.code limit 1
                        """)
                .query((row, number) ->
                        new ImportProblem(name(), 0, "parentClosed", row.getString(1), row.getString(2)))
                .optional()
                .ifPresent(problem -> {
                    throw problem;
                });
    }
}
