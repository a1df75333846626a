package fr.traboule.city;

import static fr.traboule.city.TerritoryFixture.CITY;
import static fr.traboule.city.TerritoryFixture.FIRST;
import static fr.traboule.city.TerritoryFixture.MARKET;
import static fr.traboule.city.TerritoryFixture.NEIGHBOUR;
import static fr.traboule.city.TerritoryFixture.SECOND;
import static fr.traboule.city.TerritoryFixture.STATION;
import static fr.traboule.city.TerritoryFixture.at;
import static fr.traboule.city.TerritoryFixture.box;
import static fr.traboule.city.TerritoryFixture.threeSquares;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.city.TerritoryMap.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryMapTests {

    private final TerritoryMap territory = threeSquares();

    @Test
    void aPointIsInItsQuarterItsArrondissementAndItsCommune() {
        var location = territory.locate(at(500, 500));

        assertThat(location.areas()).containsExactly(CITY, FIRST, MARKET);
        assertThat(location.isAmbiguous()).isFalse();
        assertThat(location.smallest()).contains(MARKET);
    }

    @Test
    void aPointFarOutsideIsNowhere() {
        var location = territory.locate(at(500, 5_000));

        assertThat(location.areas()).isEmpty();
        assertThat(location.smallest()).isEmpty();
        assertThat(location.isAmbiguous()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {980.1, 999.9})
    void withinTwentyMetresOfAnEdgeBothSidesAreNamedItsOwnFirst(double east) {
        var location = territory.locate(at(east, 500));

        assertThat(location.areas()).containsExactly(CITY, FIRST, MARKET);
        assertThat(location.candidates()).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(doubles = {979.9, 900})
    void beyondTwentyMetresOfAnEdgeTheSideIsKnown(double east) {
        assertThat(territory.locate(at(east, 500)).isAmbiguous()).isFalse();
    }

    @Test
    void onTheEdgeItselfBothSidesAreNamedAndOneOfThemIsKept() {
        var onEdge = new TerritoryMap(List.of(
                new Outline(FIRST, box(0, 0, 1000, 1000)),
                new Outline(MARKET, box(0, 0, 1000, 1000)),
                new Outline(SECOND, box(1000, 0, 2000, 1000)),
                new Outline(STATION, box(1000, 0, 2000, 1000))));

        var location = onEdge.locate(at(1000, 500));

        assertThat(location.areas()).containsExactly(FIRST, MARKET);
        assertThat(location.candidates()).containsExactly(FIRST, SECOND);
    }

    @Test
    void nearAnotherCommuneItIsNamedAndNotOnesOwn() {
        assertThat(territory.locate(at(1990, 500)).candidates()).containsExactly(SECOND, NEIGHBOUR);
        assertThat(territory.locate(at(2010, 500)).candidates()).containsExactly(NEIGHBOUR, SECOND);
    }

    @Test
    void justOutsideOfTheTerritoryTheNearAreaIsNamed() {
        var location = territory.locate(at(500, 1010));

        assertThat(location.areas()).isEmpty();
        assertThat(location.candidates()).containsExactly(FIRST);
    }

    @Test
    void anEdgeBetweenTwoQuartersAsksNothing() {
        var quarters = new TerritoryMap(List.of(
                new Outline(FIRST, box(0, 0, 2000, 1000)),
                new Outline(new Area("a", Area.Level.QUARTIER, "A", "101"), box(0, 0, 1000, 1000)),
                new Outline(new Area("b", Area.Level.QUARTIER, "B", "101"), box(1000, 0, 2000, 1000))));

        assertThat(quarters.locate(at(1001, 500)).isAmbiguous()).isFalse();
        assertThat(quarters.locate(at(1000, 500)).areas())
                .extracting(Area::code)
                .containsExactly("101", "a");
    }

    @Test
    void aHoleIsOutside() {
        var ring = box(0, 0, 1000, 1000).difference(box(400, 400, 600, 600));
        var holed = new TerritoryMap(List.of(new Outline(NEIGHBOUR, ring)));

        assertThat(holed.locate(at(500, 500)).areas()).isEmpty();
        assertThat(holed.locate(at(410, 500)).candidates()).containsExactly(NEIGHBOUR);
        assertThat(holed.locate(at(300, 500)).areas()).containsExactly(NEIGHBOUR);
    }

    @Test
    void anAreaMayBeInSeveralPieces() {
        var pieces = box(0, 0, 100, 100).union(box(500, 500, 600, 600));
        var territory = new TerritoryMap(List.of(new Outline(NEIGHBOUR, pieces)));

        assertThat(territory.locate(at(50, 50)).areas()).containsExactly(NEIGHBOUR);
        assertThat(territory.locate(at(550, 550)).areas()).containsExactly(NEIGHBOUR);
        assertThat(territory.locate(at(300, 300)).areas()).isEmpty();
    }

    @Test
    void whereOutlinesContradictEachOtherTheArrondissementCountsAndTheOtherCommuneIsNamed() {
        var overlapping = new TerritoryMap(List.of(
                new Outline(CITY, box(0, 0, 1000, 1000)),
                new Outline(FIRST, box(0, 0, 1050, 1000)),
                new Outline(NEIGHBOUR, box(1000, 0, 2000, 1000))));

        var location = overlapping.locate(at(1040, 500));

        assertThat(location.areas()).containsExactly(FIRST);
        assertThat(location.candidates()).containsExactly(FIRST, NEIGHBOUR);
    }

    @Test
    void anAreaIsFoundWithThoseThatContainIt() {
        assertThat(territory.upFrom("102-1")).containsExactly(STATION, SECOND, CITY);
        assertThat(territory.upFrom("nonsense")).isEmpty();
    }

    @Test
    void areasAreInTheOrderOfTheirCodes() {
        assertThat(territory.areas(Area.Level.ARRONDISSEMENT)).containsExactly(FIRST, SECOND);
    }
}
