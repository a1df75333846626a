package fr.traboule.city;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code addresses.csv}: known addresses, to find a place as it is typed. A city has tens of thousands. */
@Component
@Order(80)
class AddressRecords implements RecordFile {

    private final JdbcClient jdbc;
    private final JdbcOperations batch;
    private final RecordQuery query;
    private final WhichArea whichArea;

    AddressRecords(JdbcClient jdbc, JdbcOperations batch, RecordQuery query, WhichArea whichArea) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.query = query;
        this.whichArea = whichArea;
    }

    @Override
    public String name() {
        return "addresses";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("address").needed(),
                Column.text("postcode").needed(),
                Column.text("town").needed(),
                Column.of(Column.Kind.DECIMAL, "longitude").needed(),
                Column.of(Column.Kind.DECIMAL, "latitude").needed(),
                Column.text("source"));
    }

    @Override
    public List<String> key() {
        return List.of("address", "postcode");
    }

    @Override
    public boolean isLarge() {
        return true;
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select address, postcode, town, longitude, latitude, source from city.address order by postcode, address
                """);
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from city.address").query(Long.class).single();
    }

    @Override
    public List<Entry> page(String words, String after, int most) {
        return query.read(
                """
                select address, postcode, town, longitude, latitude, source
                  from city.address
                 where (address, postcode) > (:address, :postcode)
                   and (:words = '' or words like '%' || ground.plain(:words) || '%')
                 order by address, postcode
                 limit :most
                """, Map.of("address", part(after, 0), "postcode", part(after, 1), "words", words, "most", most));
    }

    @Override
    public Optional<Entry> byKey(String key) {
        return query.read("""
                        select address, postcode, town, longitude, latitude, source
                          from city.address
                         where address = :address and postcode = :postcode
                        """, Map.of("address", part(key, 0), "postcode", part(key, 1))).stream()
                .findFirst();
    }

    /** Of a key, the address or the postcode. */
    private static String part(String key, int number) {
        var between = key.lastIndexOf('|');
        if (between < 0) {
            return "";
        }
        return number == 0 ? key.substring(0, between) : key.substring(between + 1);
    }

    @Override
    public RecordWriter writer() {
        return new Writer(whichArea.territory());
    }

    /** With the territory as it is at that moment. */
    private final class Writer implements RecordWriter {

        private final TerritoryMap territory;
        private final List<@Nullable Object[]> rows = new ArrayList<>();

        Writer(TerritoryMap territory) {
            this.territory = territory;
        }

        /** Kept until all are read: there are tens of thousands. */
        @Override
        public void write(Line line) {
            var point = Cells.point(line).orElseThrow(() -> line.wrong("longitude", "empty"));
            rows.add(new @Nullable Object[] {
                UuidCreator.getTimeOrderedEpoch(),
                line.required("address"),
                line.required("postcode"),
                line.required("town"),
                point.longitude(),
                point.latitude(),
                WhichArea.smallest(territory, Optional.of(point)),
                line.ifThere("source").orElse(null)
            });
        }

        @Override
        public void finish() {
            batch.batchUpdate("""
                    insert into city.address (id, address, postcode, town, longitude, latitude, area_code, source)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (address, postcode) do update
                       set town = excluded.town, longitude = excluded.longitude, latitude = excluded.latitude,
                           area_code = excluded.area_code, source = excluded.source
                    """, rows);
            rows.clear();
        }

        @Override
        public void remove(Line line) {
            jdbc.sql("delete from city.address where address = ? and postcode = ?")
                    .params(line.required("address"), line.required("postcode"))
                    .update();
        }
    }
}
