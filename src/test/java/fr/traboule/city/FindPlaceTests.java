package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.traboule.WholeProgramTest;
import fr.traboule.city.Addresses.KnownAddress;
import fr.traboule.city.FindPlace.Found;
import fr.traboule.city.FindPlace.Nowhere;
import fr.traboule.city.FindPlace.Outcome;
import fr.traboule.city.FindPlace.Said;
import fr.traboule.city.FindPlace.WhichOne;
import fr.traboule.records.ImportFolder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeProgramTest
class FindPlaceTests {

    @Autowired
    FindPlace findPlace;

    @Autowired
    Addresses addresses;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 rue Pléney",
                "1 rue Pléney, 69001 Lyon",
                "1 rue Pléney 69001 Lyon",
                "1, rue Pléney - 69001",
                "1 rue Pléney, Lyon",
                "1 RUE PLENEY",
                "  1  rue pleney "
            })
    void anExactAddressIsFoundHoweverItIsWritten(String typed) {
        assertThat(find(typed)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.place().label()).isEqualTo("1 rue Pléney, 69001 Lyon");
            assertThat(found.place().area()).contains("103");
        });
    }

    @Test
    void aKnownAddressIsFoundOrProposed() {
        var lines = ImportFolder.shipped("cities/lyon").csv("addresses.csv");
        var someOfThem =
                IntStream.range(0, lines.size()).filter(at -> at % 10 == 0).mapToObj(lines::get);

        assertThat(someOfThem)
                .extracting(line -> "%s, %s %s"
                        .formatted(line.required("address"), line.required("postcode"), line.required("town")))
                .filteredOn(label -> !isFoundOrProposed(label))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 rue Plenay", "rue Pléney", "1 rue du Pléney", "1 ru pleney"})
    void anAddressWithAMistakeGivesChoices(String typed) {
        assertThat(find(typed))
                .asInstanceOf(type(WhichOne.class))
                .satisfies(which -> assertThat(which.addresses())
                        .hasSizeLessThanOrEqualTo(6)
                        .extracting(KnownAddress::address)
                        .contains("1 rue Pléney"));
    }

    @Test
    void theSameAddressInTwoTownsIsAsked() {
        assertThat(find("12 rue de la République")).isInstanceOf(WhichOne.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"derrière le grand chêne", "xyzzy", "?!", "\0", "بجانب الحديقة", "👻", "%_%", "* & | ! :* <->"})
    void wordsThatAreNoAddressAreKeptAsTyped(String typed) {
        assertThat(find(typed)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.place().label()).isEqualTo(typed);
            assertThat(found.place().point()).isEmpty();
        });
    }

    @Test
    void quotesAreLettersLikeOthers() {
        assertThat(find("' or 1=1 --")).isInstanceOf(WhichOne.class);
    }

    @Test
    void aVeryLongDescriptionIsKeptToo() {
        var typed = "sous le pont ".repeat(1_000).strip();

        assertThat(find(typed)).isInstanceOf(Found.class);
    }

    @Test
    void aQuarterChosenAloneIsThePlace() {
        assertThat(findPlace.find(said(null, "101", null))).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.place().label()).isEqualTo("Ouest Pentes");
            assertThat(found.place().area()).contains("101");
        });
    }

    @Test
    void wordsWithAQuarterAreKeptInThatQuarter() {
        assertThat(findPlace.find(said("derrière le grand chêne", "101", null)))
                .isInstanceOfSatisfying(Found.class, found -> {
                    assertThat(found.place().label()).isEqualTo("derrière le grand chêne");
                    assertThat(found.place().area()).contains("101");
                });
    }

    @Test
    void whoSaysNothingIsNowhere() {
        assertThat(findPlace.find(said(null, null, null))).isInstanceOf(Nowhere.class);
        assertThat(findPlace.find(said("  ", "", ""))).isInstanceOf(Nowhere.class);
        assertThat(findPlace.find(said(null, "nonsense", null))).isInstanceOf(Nowhere.class);
    }

    @Test
    void aChosenAddressIsThePlace() {
        var chosen = addresses.like("1 rue Pléney", 1).getFirst();

        assertThat(findPlace.find(said("pleney", null, chosen.id().toString())))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.place().label()).isEqualTo(chosen.label()));
    }

    @Test
    void whoFindsNoneOfTheChoicesRightIsTakenAtTheirWord() {
        assertThat(findPlace.find(said("1 rue Plenay", null, FindPlace.AS_TYPED)))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.place().label()).isEqualTo("1 rue Plenay"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00000000-0000-0000-0000-000000000000", "' or 1=1"})
    void aChoiceThatIsNoneIsAskedAgain(String choice) {
        assertThat(findPlace.find(said("1 rue Plenay", null, choice))).isInstanceOf(WhichOne.class);
        assertThat(findPlace.find(said(null, null, choice))).isInstanceOf(Nowhere.class);
    }

    @Test
    void atTheEdgeOfTwoArrondissementsThePersonIsAsked() {
        var onTheBridge = findPlace.at(edgeOfTwoArrondissements(), "sur le pont");

        assertThat(onTheBridge.area()).isEmpty();
        assertThat(findPlace.candidates(onTheBridge))
                .extracting(Area::code)
                .containsExactlyInAnyOrder("69381", "69384");
        assertThat(findPlace.candidates(
                        onTheBridge.in(findPlace.candidates(onTheBridge).getLast())))
                .isEmpty();
    }

    @Test
    void farFromAnyEdgeNobodyIsAsked() {
        var inside = findPlace.at(new Point(4.83349, 45.765848), "1 rue Pléney");

        assertThat(inside.area()).isPresent();
        assertThat(findPlace.candidates(inside)).isEmpty();
    }

    private boolean isFoundOrProposed(String label) {
        return switch (find(label)) {
            case Found found -> found.place().label().equals(label);
            case WhichOne which ->
                which.addresses().stream().anyMatch(address -> address.label().equals(label));
            case Nowhere nowhere -> false;
        };
    }

    /** A corner of the outline of the 1st arrondissement, which the 4th shares. */
    private static Point edgeOfTwoArrondissements() {
        return Metres.toPoint(369_556.0, 5_087_586.1);
    }

    private Outcome find(String typed) {
        return findPlace.find(said(typed, null, null));
    }

    private static Said said(@Nullable String words, @Nullable String area, @Nullable String choice) {
        return new Said(words, area, choice);
    }
}
