package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Role;
import fr.traboule.records.RecordsChanged;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WholeProgramTest
class HoursControllerTests {

    private static final String ADDRESS = "/administration/horaires";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcPlaces places;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void aStrangerIsSentToSignIn() {
        assertThat(browser.get().uri(ADDRESS)).hasStatus3xxRedirection().hasRedirectedUrl("/connexion");
        assertThat(browser.post().uri(ADDRESS).param("place", "any").with(csrf()))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aReceptionAgentMayNot() {
        assertThat(browser.get().uri(ADDRESS).with(as(Role.RECEPTION_AGENT))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(confirm("place", "any", "any", Role.RECEPTION_AGENT)).isEqualTo("403 null");
    }

    @Test
    void anAdministratorSeesAllHoursThatAreKnown() throws Exception {
        var answer = browser.get().uri(ADDRESS).with(as(Role.ADMINISTRATOR)).exchange();
        var page = Jsoup.parse(answer.getResponse().getContentAsString());

        assertThat(page.select("tbody form")).hasSize((int) (places.all().stream()
                        .filter(place -> place.hours().isPresent())
                        .count()
                + places.phoneLines().stream()
                        .filter(line -> line.hours().isPresent())
                        .count()));
        assertThat(page.select("tbody form input[name=_csrf]")).hasSameSizeAs(page.select("tbody form"));
    }

    @Test
    void anAdministratorConfirmsHoursThatAreConfirmedAlready() {
        var place = places.bySlug("accueil-mobile-lieu-fictif").orElseThrow();
        var before = place.hours().orElseThrow();

        assertThat(confirm("place", place.slug(), before.rule(), Role.ADMINISTRATOR))
                .isEqualTo("303 " + ADDRESS + "?fait=oui");
        jdbc.sql("update city.place set hours_verified_on = ? where slug = ?")
                .params(before.verifiedOn().orElseThrow(), place.slug())
                .update();
        events.publishEvent(new RecordsChanged());
    }

    @Test
    void whoSawOtherHoursIsToldThatTheyChanged() throws Exception {
        assertThat(confirm("place", "mairie-du-2e-arrondissement", "24/7", Role.ADMINISTRATOR))
                .isEqualTo("303 " + ADDRESS + "?fait=non");
        assertThat(confirm("line", "allo-mairie", "24/7", Role.ADMINISTRATOR))
                .isEqualTo("303 " + ADDRESS + "?fait=non");

        assertThat(browser.get().uri(ADDRESS + "?fait=non").with(as(Role.ADMINISTRATOR)))
                .bodyText()
                .contains("Ces horaires ont changé entre-temps");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(browser.post().uri(ADDRESS).param("place", "any").with(as(Role.ADMINISTRATOR)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private String confirm(String field, String code, String hours, Role role) {
        var answer = browser.post()
                .uri(ADDRESS)
                .param(field, code)
                .param("hours", hours)
                .with(as(role))
                .with(csrf())
                .exchange()
                .getResponse();
        return answer.getStatus() + " " + answer.getRedirectedUrl();
    }

    private RequestPostProcessor as(Role role) {
        return StaffFixture.signedIn(staff.agent(role));
    }
}
