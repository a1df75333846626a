package fr.traboule.city;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code addresses.csv}: known addresses, to find a place as it is typed. A city has tens of thousands. */
@Component
@Order(80)
class AddressRecords implements RecordFile {

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final WhichArea whichArea;

    AddressRecords(JdbcClient jdbc, RecordQuery query, WhichArea whichArea) {
        this.jdbc = jdbc;
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
            var point = Cells.point(line).orElseThrow(() -> line.wrong("longitude", "empty"));
            jdbc.sql("""
                            insert into city.address (id, address, postcode, town, longitude, latitude, area_code, source)
                            values (:id, :address, :postcode, :town, :longitude, :latitude, :area, :source)
                            on conflict (address, postcode) do update
                               set town = excluded.town, longitude = excluded.longitude, latitude = excluded.latitude,
                                   area_code = excluded.area_code, source = excluded.source
                            """)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("address", line.required("address"))
                    .param("postcode", line.required("postcode"))
                    .param("town", line.required("town"))
                    .param("longitude", point.longitude())
                    .param("latitude", point.latitude())
                    .param("area", WhichArea.smallest(territory, Optional.of(point)))
                    .param("source", line.ifThere("source").orElse(null))
                    .update();
        }

        @Override
        public void remove(Line line) {
            jdbc.sql("delete from city.address where address = ? and postcode = ?")
                    .params(line.required("address"), line.required("postcode"))
                    .update();
        }
    }
}
