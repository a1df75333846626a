package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AreaTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"/agents", "/agents/", "/agents/demandes/K7M", "/administration", "/administration/horaires"})
    void theDeskIsWhereStaffWorks(String path) {
        assertThat(Area.of(path)).isEqualTo(Area.DESK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lieux", "/connexion", "/agents-de-terrain", "/administrations", "/lieux/agents"})
    void allTheRestIsForEverybody(String path) {
        assertThat(Area.of(path)).isEqualTo(Area.PUBLIC);
    }

    @Test
    void aFailureIsToldWhereItHappened() {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/agents/demandes/nowhere");

        assertThat(Area.of(request)).isEqualTo(Area.DESK);
    }

    @Test
    void theDeskIsInFrenchAndEnglishAndThePublicPagesInAllTheCitysLanguages() {
        assertThat(Area.PUBLIC.offered(Kit.THEME)).containsExactly(Language.FR, Language.EN, Language.AR);
        assertThat(Area.DESK.offered(Kit.THEME)).containsExactly(Language.FR, Language.EN);
    }

    @Test
    void theDeskSpeaksNoLanguageThatTheCityDoesNotOffer() {
        var colour = new Colour("#8f2f1b");
        var theme = new Theme(
                "Lyon", List.of(Language.FR, Language.AR), colour, colour, Optional.empty(), Optional.empty(), false);

        assertThat(Area.DESK.offered(theme)).containsExactly(Language.FR);
    }
}
