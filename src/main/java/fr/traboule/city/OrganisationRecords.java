package fr.traboule.city;

import static fr.traboule.records.RecordQuery.words;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code organisations.csv}: the administrations that people deal with. */
@Component
@Order(10)
class OrganisationRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final Texts texts;

    OrganisationRecords(JdbcClient jdbc, RecordQuery query, Texts texts) {
        this.jdbc = jdbc;
        this.query = query;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "organisations";
    }

    @Override
    public List<Column> columns() {
        return Stream.of(
                        Stream.of(Column.code("code"), Column.choice("kind", kinds())),
                        Column.words("name", Column.Kind.TEXT),
                        Stream.of(
                                Column.text("website"),
                                Column.text("phone"),
                                Column.text("address"),
                                Column.text("source")))
                .flatMap(columns -> columns)
                .toList();
    }

    private static Stream<String> kinds() {
        return Arrays.stream(Organisation.Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> key() {
        return List.of("code");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select o.code, o.kind, %s, o.website, o.phone, o.address, o.source
                  from city.organisation o
                 order by o.code
                """.formatted(words("city", "organisation", "o.id", "name")));
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var kind = line.choice("kind", kinds());
        var id = jdbc.sql("""
                        insert into city.organisation (id, code, kind, website, phone, address, source)
                        values (:id, :code, :kind, :website, :phone, :address, :source)
                        on conflict (code) do update
                           set kind = excluded.kind, website = excluded.website, phone = excluded.phone, address = excluded.address,
                               source = excluded.source
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", line.code("code"))
                .param("kind", kind)
                .param("website", line.text("website").orElse(null))
                .param("phone", line.text("phone").orElse(null))
                .param("address", line.text("address").orElse(null))
                .param("source", line.ifThere("source").orElse(null))
                .query(UUID.class)
                .single();
        texts.save("organisation", id, "name", line);
    }

    @Override
    public void remove(Line line) {
        var id = jdbc.sql("select id from city.organisation where code = ?")
                .param(line.required("code"))
                .query(UUID.class)
                .single();
        texts.remove("organisation", id);
    }
}
