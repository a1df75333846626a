package fr.traboule.city;

import fr.traboule.ground.database.Remembered;
import fr.traboule.records.RecordsChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The territory, read whole from the database and kept in memory: outlines change once in some years. */
@Repository
class JdbcTerritory implements Territory {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Remembered<TerritoryMap> remembered = new Remembered<>(FRESH, this::read);

    JdbcTerritory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Location locate(Point point) {
        return map().locate(point);
    }

    @Override
    public Optional<Area> area(String code) {
        return map().area(code);
    }

    @Override
    public List<Area> areas(Area.Level level) {
        return map().areas(level);
    }

    @Override
    public List<Area> upFrom(String code) {
        return map().upFrom(code);
    }

    List<TerritoryMap.Outline> outlines() {
        return map().outlines();
    }

    @EventListener
    void on(RecordsChanged changed) {
        remembered.readAgain();
    }

    TerritoryMap read() {
        return new TerritoryMap(jdbc.sql("select code, level, name, parent_code, outline from city.area")
                .query(JdbcTerritory::outline)
                .list());
    }

    private TerritoryMap map() {
        return remembered.get();
    }

    private static TerritoryMap.Outline outline(ResultSet row, int number) throws SQLException {
        var area = new Area(
                row.getString("code"),
                Area.Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("parent_code"));
        try {
            return new TerritoryMap.Outline(area, Metres.of(new GeoJsonReader().read(row.getString("outline"))));
        } catch (ParseException e) {
            throw new IllegalStateException("The outline of " + area.code() + " cannot be read", e);
        }
    }
}
