package fr.traboule.city;

import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The GeoJSON files of {@code areas/}: the outlines of the territory, in degrees (WGS 84). */
@Component
@Order(30)
class AreaRecords implements RecordFile, RecordWriter {

    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final WhichArea whichArea;

    AreaRecords(JdbcClient jdbc, RecordQuery query, WhichArea whichArea) {
        this.jdbc = jdbc;
        this.query = query;
        this.whichArea = whichArea;
    }

    @Override
    public String name() {
        return "areas";
    }

    /** One for each level, largest areas first. */
    @Override
    public List<String> files() {
        return List.of("areas/communes.geojson", "areas/arrondissements.geojson", "areas/quartiers.geojson");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.code("code"),
                Column.choice("level", levels()),
                Column.text("name").needed(),
                Column.reference("parent", "areas"),
                Column.of(Column.Kind.OUTLINE, "outline").needed());
    }

    private static Stream<String> levels() {
        return Arrays.stream(Area.Level.values()).map(level -> level.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> key() {
        return List.of("code");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select code, level, name, parent_code as parent, outline::text as outline
                  from city.area
                 order by array_position(array['commune', 'arrondissement', 'quartier'], level), code
                """);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var level = line.choice("level", levels());
        var outline = line.large("outline").orElseThrow(() -> line.wrong("outline", "empty"));
        if (!isOutline(outline)) {
            throw line.wrong("outline", "noOutline");
        }
        jdbc.sql("""
                        insert into city.area (code, level, name, outline) values (:code, :level, :name, :outline::jsonb)
                        on conflict (code) do update
                           set level = excluded.level, name = excluded.name, outline = excluded.outline
                        """)
                .param("code", line.code("code"))
                .param("level", level)
                .param("name", line.required("name"))
                .param("outline", outline)
                .update();
    }

    @Override
    public void link(Line line) {
        var parent = line.text("parent");
        if (parent.isPresent() && !isLarger(parent.get(), line.required("level"))) {
            throw line.wrong("parent", "noLargerArea");
        }
        jdbc.sql("update city.area set parent_code = ? where code = ?")
                .param(parent.orElse(null))
                .param(line.required("code"))
                .update();
    }

    private boolean isLarger(String parent, String level) {
        return jdbc.sql("select level from city.area where code = ?")
                .param(parent)
                .query(String.class)
                .optional()
                .map(of -> levels().toList().indexOf(of) < levels().toList().indexOf(level))
                .orElse(false);
    }

    /** The reader fails in many ways on what is no geometry. */
    private static boolean isOutline(String geometry) {
        try {
            var outline = new GeoJsonReader().read(geometry);
            return outline instanceof Polygonal && !outline.isEmpty() && EARTH.contains(outline.getEnvelopeInternal());
        } catch (ParseException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void remove(Line line) {
        jdbc.sql("delete from city.area where code = ?")
                .param(line.required("code"))
                .update();
    }

    @Override
    public void finish() {
        whichArea.findAgain();
    }
}
