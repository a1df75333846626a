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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code places.csv}: the places that are open to the public. */
@Component
@Order(40)
class PlaceRecords implements RecordFile {

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final Texts texts;
    private final Ids ids;
    private final WhichArea whichArea;

    PlaceRecords(JdbcClient jdbc, RecordQuery query, Texts texts, Ids ids, WhichArea whichArea) {
        this.jdbc = jdbc;
        this.query = query;
        this.texts = texts;
        this.ids = ids;
        this.whichArea = whichArea;
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public List<Column> columns() {
        return Stream.of(
                        Stream.of(Column.code("slug"), Column.choice("kind", kinds())),
                        Column.words("name", Column.Kind.TEXT),
                        Stream.of(
                                Column.reference("organisation", "organisations"),
                                Column.text("address"),
                                Column.text("postcode").needed(),
                                Column.text("town").needed(),
                                Column.reference("area", "areas"),
                                Column.of(Column.Kind.DECIMAL, "longitude"),
                                Column.of(Column.Kind.DECIMAL, "latitude"),
                                Column.text("phone"),
                                Column.text("website")),
                        VerifiedHours.columns(),
                        Stream.of(Column.text("source").needed()))
                .flatMap(columns -> columns)
                .toList();
    }

    private static Stream<String> kinds() {
        return Arrays.stream(PlaceKind.values()).map(PlaceKind::code);
    }

    @Override
    public List<String> key() {
        return List.of("slug");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select p.slug, p.kind, %s, o.code as organisation, p.address, p.postcode, p.town, p.area_code as area,
                       p.longitude, p.latitude, p.phone, p.website,
                       p.hours, p.hours_source, p.hours_read_on, p.hours_verified_on, p.source
                  from city.place p left join city.organisation o on o.id = p.organisation_id
                 order by p.slug
                """.formatted(words("city", "place", "p.id", "name")));
    }

    @Override
    public Map<String, String> reconcile(Entry now, Line wanted) {
        return VerifiedHours.reconcile(now, wanted);
    }

    @Override
    public RecordWriter writer() {
        return new Writer(whichArea.territory());
    }

    /** With the territory as it is at that moment. */
    private final class Writer implements RecordWriter {

        private final TerritoryMap territory;

        Writer(TerritoryMap territory) {
            this.territory = territory;
        }

        @Override
        public void write(Line line) {
            var point = Cells.point(line);
            var said = area(line);
            var kind = line.choice("kind", kinds());
            var id = jdbc.sql("""
                            insert into city.place (id, slug, kind, organisation_id, address, postcode, town, area_code, longitude, latitude,
                                                    phone, website, hours, hours_source, hours_read_on, hours_verified_on, source, version)
                            values (:id, :slug, :kind, :organisation, :address, :postcode, :town, :area, :longitude, :latitude,
                                    :phone, :website, :hours, :hoursSource, :hoursReadOn, :hoursVerifiedOn, :source, 0)
                            on conflict (slug) do update
                               set kind = excluded.kind, organisation_id = excluded.organisation_id, address = excluded.address,
                                   postcode = excluded.postcode, town = excluded.town, area_code = excluded.area_code,
                                   longitude = excluded.longitude, latitude = excluded.latitude, phone = excluded.phone,
                                   website = excluded.website, source = excluded.source,
                                   hours = excluded.hours, hours_source = excluded.hours_source, hours_read_on = excluded.hours_read_on,
                                   hours_verified_on = excluded.hours_verified_on, version = place.version + 1
                            returning id
                            """)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("slug", line.code("slug"))
                    .param("kind", kind)
                    .param(
                            "organisation",
                            ids.organisation(line, "organisation").orElse(null))
                    .param("address", line.text("address").orElse(null))
                    .param("postcode", line.required("postcode"))
                    .param("town", line.required("town"))
                    .param("area", point.isPresent() ? WhichArea.smallest(territory, point) : said)
                    .param("longitude", point.map(Point::longitude).orElse(null))
                    .param("latitude", point.map(Point::latitude).orElse(null))
                    .param("phone", line.text("phone").orElse(null))
                    .param("website", line.text("website").orElse(null))
                    .param("hours", Cells.hours(line))
                    .param("hoursSource", line.text("hours_source").orElse(null))
                    .param("hoursReadOn", Cells.readOn(line))
                    .param("hoursVerifiedOn", line.date("hours_verified_on").orElse(null))
                    .param("source", line.required("source"))
                    .query(UUID.class)
                    .single();
            texts.save("place", id, "name", line);
        }

        private @Nullable String area(Line line) {
            return line.text("area")
                    .map(code -> territory.area(code).orElseThrow(() -> line.wrong("area", "notIn", "areas")))
                    .map(Area::code)
                    .orElse(null);
        }

        @Override
        public void remove(Line line) {
            var id = ids.place(line, "slug").orElseThrow();
            jdbc.sql(
                            "delete from city.closure_text where closure_id in (select id from city.closure where place_id = ?)")
                    .param(id)
                    .update();
            jdbc.sql("delete from city.closure where place_id = ?").param(id).update();
            texts.remove("place", id);
        }
    }
}
