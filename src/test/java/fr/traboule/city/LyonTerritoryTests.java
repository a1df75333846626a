package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.city.Area.Level;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.Line;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The real outlines and addresses of the demonstration city. */
@WholeProgramTest
class LyonTerritoryTests {

    @Autowired
    JdbcTerritory territory;

    private final List<Line> addresses = ImportFolder.shipped("cities/lyon").csv("addresses.csv");

    @Test
    void everyAddressIsInItsTown() {
        assertThat(addresses)
                .hasSize(1539)
                .filteredOn(line -> communes(line).noneMatch(line.required("town")::equals))
                .extracting(line -> line.required("address"))
                .isEmpty();
    }

    /** But for two, at most 150 m on the other side: see cities/lyon/SOURCES.md. */
    @Test
    void everyAddressOfLyonIsInTheArrondissementOfItsPostcode() {
        assertThat(addresses)
                .filteredOn(line -> line.required("town").equals("Lyon"))
                .filteredOn(line -> areas(line).noneMatch(area -> area.code().equals(arrondissement(line))))
                .extracting(line -> line.required("address"))
                .containsExactlyInAnyOrder("228 avenue Berthelot", "9 rue Rachais");
    }

    @Test
    void thePointInsideEachAreaIsInThatArea() {
        var outlines = territory.outlines();

        assertThat(outlines)
                .filteredOn(outline -> !isIn(outline.area(), outline.metres().getInteriorPoint()))
                .extracting(TerritoryMap.Outline::area)
                .isEmpty();
        assertThat(outlines.size()).isEqualTo(58 + 9 + 36);
    }

    @Test
    void everyQuarterIsInAnArrondissementOfTheCity() {
        assertThat(territory.areas(Level.QUARTIER))
                .allSatisfy(quarter -> assertThat(territory.upFrom(quarter.code()))
                        .extracting(Area::level)
                        .containsExactly(Level.QUARTIER, Level.ARRONDISSEMENT, Level.COMMUNE));
    }

    private boolean isIn(Area area, org.locationtech.jts.geom.Point metres) {
        return territory
                .locate(Metres.toPoint(metres.getX(), metres.getY()))
                .areas()
                .contains(area);
    }

    /** Of its location and of those that it may be near to. */
    private Stream<Area> areas(Line line) {
        var location = territory.locate(Cells.point(line).orElseThrow());
        return Stream.concat(location.areas().stream(), location.alsoClose().stream());
    }

    private Stream<String> communes(Line line) {
        return areas(line).map(area -> territory.upFrom(area.code()).getLast().name());
    }

    /** 69003 is the postcode of 69383. */
    private static String arrondissement(Line line) {
        return line.required("postcode").replace("6900", "6938");
    }
}
