package fr.traboule.city;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The smallest area that a place or an address is in, kept beside it: found again when outlines change. */
@Component
class WhichArea {

    private final JdbcClient jdbc;
    private final JdbcOperations batch;
    private final JdbcTerritory territory;

    WhichArea(JdbcClient jdbc, JdbcOperations batch, JdbcTerritory territory) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.territory = territory;
    }

    private record Located(String id, double longitude, double latitude) {}

    /** The outlines as they are in the transaction that is open. */
    TerritoryMap territory() {
        return territory.read();
    }

    static @Nullable String smallest(TerritoryMap map, Optional<Point> point) {
        return point.flatMap(here -> map.locate(here).smallest())
                .map(Area::code)
                .orElse(null);
    }

    void findAgain() {
        var map = territory();
        for (var table : List.of("place", "address")) {
            var located = jdbc.sql("select id::text, longitude, latitude from city.%s where longitude is not null"
                            .formatted(table))
                    .query(Located.class)
                    .list();
            batch.batchUpdate(
                    "update city.%s set area_code = ? where id = ?::uuid and area_code is distinct from ?"
                            .formatted(table),
                    located.stream().map(each -> row(map, each)).toList(),
                    new int[] {Types.VARCHAR, Types.VARCHAR, Types.VARCHAR});
        }
    }

    private static @Nullable Object[] row(TerritoryMap map, Located located) {
        var area = smallest(map, Optional.of(new Point(located.longitude(), located.latitude())));
        return new @Nullable Object[] {area, located.id(), area};
    }
}
