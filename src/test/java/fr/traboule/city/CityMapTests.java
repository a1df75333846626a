package fr.traboule.city;

import static fr.traboule.city.TerritoryFixture.NEIGHBOUR;
import static fr.traboule.city.TerritoryFixture.box;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.city.Area.Level;
import fr.traboule.city.MapPicture.Shape.Kind;
import fr.traboule.city.TerritoryMap.Outline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeProgramTest
class CityMapTests {

    @Autowired
    CityMap map;

    @Autowired
    JdbcTerritory territory;

    @Test
    void aClickOnAQuarterFindsItAtEveryZoom() {
        var quarters = outlines(Level.QUARTIER);

        assertThat(quarters).hasSize(36);
        assertThat(quarters)
                .extracting(Outline::area, this::foundAtEveryZoom)
                .allSatisfy(found -> assertThat(found.toList().get(1)).isEqualTo(List.of(true, true, true)));
    }

    @Test
    void aClickOnAnArrondissementFindsItOnTheMapOfTheCity() {
        var arrondissements = outlines(Level.ARRONDISSEMENT);

        assertThat(arrondissements).hasSize(9);
        assertThat(arrondissements)
                .filteredOn(outline -> !isFound(outline, Optional.empty()))
                .extracting(Outline::area)
                .isEmpty();
    }

    @Test
    void everyAreaOfTheListHasItsNumberOnTheMap() {
        assertThat(numbers(Optional.empty())).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(numbers(Optional.of("69381"))).containsExactly("1", "2", "3");
    }

    @Test
    void theSmallestAreasShowPlacesThatPeopleKnow() {
        var picture = picture(Optional.of("101"));

        assertThat(picture.labels()).isNotEmpty().allMatch(MapPicture.Label::isPlace);
    }

    @Test
    void whatIsAskedForStandsOutFromWhatIsAround() {
        assertThat(kinds(Optional.empty())).doesNotContain(Kind.AROUND);
        assertThat(kinds(Optional.of("69381"))).contains(Kind.ASKED_FOR, Kind.AROUND, Kind.BORDER);
        assertThat(kinds(Optional.of("101"))).containsOnlyOnce(Kind.ASKED_FOR);
    }

    @Test
    void thereIsNoMapOfAnUnknownArea() {
        assertThat(map.frame(Optional.of("nonsense"))).isEmpty();
    }

    @Test
    void aHoleIsDrawnAsARingOfItsOwn() {
        var ring = box(0, 0, 1000, 1000).difference(box(400, 400, 600, 600));
        var frame = MapFrame.around(ring.getEnvelopeInternal());

        var shape = CityMap.shape(new Outline(NEIGHBOUR, ring), frame, Kind.BORDER);

        assertThat(shape.path()).matches("M[^MZ]+ZM[^MZ]+Z");
    }

    /** On the map of the city, of the arrondissement and of the quarter. */
    private List<Boolean> foundAtEveryZoom(Outline quarter) {
        return Stream.of(
                        Optional.<String>empty(),
                        quarter.area().parentCode(),
                        Optional.of(quarter.area().code()))
                .map(zoom -> isFound(quarter, zoom))
                .toList();
    }

    private boolean isFound(Outline outline, Optional<String> zoom) {
        var frame = map.frame(zoom).orElseThrow();
        var inside = outline.metres().getInteriorPoint();
        var clicked = frame.pointAt((int) frame.x(inside.getX()), (int) frame.y(inside.getY()));
        return territory.locate(clicked).areas().contains(outline.area());
    }

    private List<Outline> outlines(Level level) {
        return territory.outlines().stream()
                .filter(outline -> outline.area().level() == level)
                .toList();
    }

    private MapPicture picture(Optional<String> area) {
        return map.picture(map.frame(area).orElseThrow(), area, Optional.empty());
    }

    private Stream<String> numbers(Optional<String> area) {
        return picture(area).labels().stream().map(MapPicture.Label::text);
    }

    private Stream<Kind> kinds(Optional<String> area) {
        return picture(area).shapes().stream().map(MapPicture.Shape::kind);
    }
}
