package fr.traboule.city;

import static fr.traboule.city.HoursFixture.at;
import static fr.traboule.city.HoursFixture.clock;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.OpenStatus;
import fr.traboule.city.PlaceController.PlacesForm;
import fr.traboule.web.Language;
import fr.traboule.web.Wordings;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.ui.ConcurrentModel;

@WholeProgramTest
class PlaceControllerTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcPlaces places;

    @Autowired
    Territory territory;

    @Autowired
    CityCalendars calendars;

    @Autowired
    Wordings wordings;

    @ParameterizedTest
    @EnumSource
    void everyPlaceHasItsPageInEveryLanguage(Language language) throws Exception {
        assertThat(places.all()).hasSize(95);
        for (var place : places.all()) {
            var page = page("/lieux/" + place.slug(), language);

            assertThat(page.select("html").attr("lang")).isEqualTo(language.code());
            assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
            assertThat(page.select("h1").text())
                    .isEqualTo(place.name().in(language).text());
        }
    }

    @Test
    void allPlacesAndTelephoneLinesAreListed() throws Exception {
        var page = page("/lieux", Language.FR);

        assertThat(page.select("main a[href^=/lieux/]")).hasSize(95);
        assertThat(page.select("main a[href^=tel:]").eachText())
                .isEqualTo(places.phoneLines().stream().map(PhoneLine::number).toList());
        assertThat(page.select("[role=status]").text()).isEqualTo("95 lieux");
    }

    @Test
    void placesAreFilteredByKind() throws Exception {
        var page = page("/lieux?kind=library", Language.FR);

        assertThat(page.select("main a[href^=/lieux/]").eachText())
                .hasSize(16)
                .allMatch(name -> name.startsWith("Bibliothèque") || name.startsWith("Médiathèque"));
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("library");
    }

    @Test
    void placesAreFilteredByAreaTheirQuartersIncluded() throws Exception {
        var page = page("/lieux?kind=town_hall&area=69384", Language.FR);

        assertThat(page.select("main a[href^=/lieux/]").eachText()).containsExactly("Mairie du 4e arrondissement");
    }

    @Test
    void whoFindsNothingIsLedBackToAllPlaces() throws Exception {
        var page = page("/lieux?kind=nonsense&area=<script>", Language.FR);

        assertThat(page.select("[role=status]").text()).isEqualTo("Aucun lieu");
        assertThat(page.select(".app-empty a").attr("href")).isEqualTo("/lieux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T10:00", "2026-11-28T10:00", "2026-12-26T10:00", "2026-11-24T03:00"})
    void whoAsksForOpenPlacesSeesThoseAloneThatTheCityConfirmed(String time) {
        assertThat(openAt(time))
                .allMatch(
                        view -> view.place().hours().flatMap(Hours::verifiedOn).isPresent())
                .allMatch(view -> view.status() instanceof OpenStatus.OpenNow);
    }

    @Test
    void onATuesdayMorningAPlaceIsOpenAndAtNightNoneIs() {
        assertThat(openAt("2026-11-24T10:00")).isNotEmpty();
        assertThat(openAt("2026-11-24T03:00")).isEmpty();
    }

    @Test
    void hoursThatNobodyConfirmedAreShownWithAWarningAndTheirSource() throws Exception {
        var page = page("/lieux/mairie-du-2e-arrondissement", Language.FR);

        assertThat(page.select(".app-open").text()).isEqualTo("Horaires non confirmés");
        assertThat(page.select("main").text()).contains("n’ont pas été vérifiés par la Ville", "Tels que lus :");
        assertThat(page.select("table tr")).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "' or 1=1", "<script>"})
    void anUnknownPlaceIsNotFound(String slug) {
        assertThat(browser.get().uri("/lieux/{slug}", slug)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @SuppressWarnings("unchecked")
    private List<PlaceView> openAt(String time) {
        var clock = clock(at(time));
        var controller = new PlaceController(places, new OpeningNow(calendars, clock), territory, clock);
        var model = new ConcurrentModel();

        controller.list(new PlacesForm(null, null, "1"), wordings.in(Language.FR), model);

        return Stream.of(model.getAttribute("places"))
                .flatMap(views -> ((List<PlaceView>) views).stream())
                .toList();
    }

    private Document page(String address, Language language) throws UnsupportedEncodingException {
        var answer = browser.get()
                .uri(address)
                .cookie(new Cookie("langue", language.code()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
