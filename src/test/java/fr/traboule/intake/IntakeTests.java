package fr.traboule.intake;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.cookie;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.WholeProgramTest;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The questions, one after the other, as a browser without script sends their answers. */
@WholeProgramTest
class IntakeTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private Cookie draft;

    @BeforeEach
    void begin() {
        draft = cookie(
                mvc.post()
                        .uri("/signaler")
                        .with(csrf())
                        .param("description", "Le lampadaire devant chez moi est éteint")
                        .exchange(),
                "brouillon");
    }

    @Test
    void theDraftsCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        assertThat(draft.isHttpOnly()).isTrue();
        assertThat(draft.getPath()).isEqualTo("/signaler");
        assertThat(draft.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void onlyTheDescriptionIsMandatory() {
        assertThat(mvc.post().uri("/signaler").with(csrf()).param("description", "  "))
                .hasStatusOk()
                .bodyText()
                .contains("govuk-error-summary");
        post("/signaler/sujet", "subject", "other");
        post("/signaler/lieu");
        post("/signaler/fichiers");
        post("/signaler/reponse", "way", "NONE");

        assertThat(send().getResponse().getRedirectedUrl()).matches("/suivi/.*/recu");
    }

    @Test
    void sentTwiceItGetsTheSameReceipt() {
        post("/signaler/reponse", "way", "NONE");

        var first = send().getResponse().getRedirectedUrl();
        var second = post("/signaler/verification").getResponse().getRedirectedUrl();

        assertThat(first).isEqualTo(second).isNotNull();
    }

    @Test
    void aSubjectThatNeedsNoPlaceSkipsTheQuestion() {
        assertThat(post("/signaler/sujet", "subject", "remerciement")).hasRedirectedUrl("/signaler/fichiers");
        assertThat(post("/signaler/sujet", "subject", "lampadaire-eteint")).hasRedirectedUrl("/signaler/lieu");
    }

    @Test
    void whoComesFromAPageOfASubjectIsNotAskedForIt() {
        assertThat(mvc.post()
                        .uri("/signaler")
                        .with(csrf())
                        .param("description", "Trou")
                        .param("subject", "nid-de-poule"))
                .hasRedirectedUrl("/signaler/lieu");
    }

    @Test
    void anAnswerIsChangedFromTheLastPageAndComesBackToIt() {
        post("/signaler/reponse", "way", "NONE");

        assertThat(post("/signaler/lieu?modifier", "place", "devant l’école Zola"))
                .hasRedirectedUrl("/signaler/verification");
        assertThat(get("/signaler/verification")).contains("devant l’école Zola");
    }

    @Test
    void anotherWayToBeAnsweredAsksForWhatItNeeds() {
        post("/signaler/reponse", "way", "NONE");

        assertThat(post("/signaler/reponse?modifier", "way", "PHONE"))
                .hasRedirectedUrl("/signaler/coordonnees?modifier");
        assertThat(get("/signaler/coordonnees")).contains("name=\"phone\"").doesNotContain("name=\"email\"");
    }

    @Test
    void nothingTypedIsLostWhenItIsWrong() {
        post("/signaler/reponse", "way", "EMAIL");

        var page = post("/signaler/coordonnees", "email", "pas une adresse", "name", "Jeanne <b>Robin");

        assertThat(page).hasStatusOk();
        assertThat(typed(page, "email")).isEqualTo("pas une adresse");
        assertThat(typed(page, "name")).isEqualTo("Jeanne <b>Robin");
    }

    @Test
    void anAddressChosenForOtherWordsSaysNothing() {
        var choice = page(post("/signaler/lieu", "place", "rue garibaldi"))
                .expectFirst("input[name=choice]")
                .val();

        post("/signaler/lieu", "place", "devant la boulangerie rouge", "asked", "rue garibaldi", "choice", choice);

        assertThat(place()).contains("devant la boulangerie rouge");
    }

    @Test
    void whoDoesNotSayWhichAddressIsAskedAgainInWords() {
        assertThat(body(post("/signaler/lieu", "place", "rue garibaldi", "asked", "rue garibaldi")))
                .contains("govuk-error-summary", "Choisissez l’une de ces adresses");
    }

    @Test
    void onTheWayToTheMapNothingTypedIsLost() {
        assertThat(post("/signaler/lieu", "place", "devant la boulangerie rouge", "carte", "1"))
                .hasRedirectedUrl("/signaler/carte");
        assertThat(place()).contains("devant la boulangerie rouge");
    }

    @Test
    void aPointOfTheMapStaysWhenItsPageIsSentAgain() {
        post("/signaler/carte", "zone", "301", "carte.x", "144", "carte.y", "144");
        var page = Jsoup.parse(get("/signaler/lieu"));
        var before = place();

        post(
                "/signaler/lieu",
                "place",
                page.expectFirst("#place").val(),
                "area",
                page.select("#area option[selected]").val());

        assertThat(before).contains("longitude");
        assertThat(place()).isEqualTo(before);
    }

    @Test
    void aClickBesideTheCityIsToldSo() {
        assertThat(post("/signaler/carte", "carte.x", "0", "carte.y", "0"))
                .hasRedirectedUrl("/signaler/carte?dehors=1");
        assertThat(get("/signaler/carte?dehors=1")).contains("hors de la carte");
    }

    @Test
    void whatWasBegunCanBeErasedFromThisScreen() {
        assertThat(post("/signaler/effacer")).hasRedirectedUrl("/signaler");
        assertThat(get("/signaler")).doesNotContain("Le lampadaire devant chez moi");
    }

    private String place() {
        var code = Jsoup.parse(get("/signaler")).select(".app-number").text();
        return jdbc.sql("select answers ->> 'place' from intake.draft where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    @Test
    void aPlaceAtTheEdgeOfTwoArrondissementsIsAsked() {
        // 45.767, 4.8355 lies on the limit that the 1er and the 2e arrondissement share, as the click on a map may.
        var edge = jdbc.sql("""
                        select (corner ->> 0)::float8 as longitude, (corner ->> 1)::float8 as latitude
                          from city.area a, jsonb_array_elements(a.outline -> 'coordinates' -> 0) corner
                         where a.code = '69381'
                        intersect
                        select (corner ->> 0)::float8, (corner ->> 1)::float8
                          from city.area a, jsonb_array_elements(a.outline -> 'coordinates' -> 0) corner
                         where a.code = '69382'
                         limit 1
                        """)
                .query((row, number) -> List.of(row.getDouble(1), row.getDouble(2)))
                .single();
        jdbc.sql("""
                        update intake.draft set answers = jsonb_set(answers, '{place}',
                               jsonb_build_object('label', 'Point', 'point', jsonb_build_object('longitude', ?::float8, 'latitude', ?::float8), 'area', null))
                         where id = (select id from intake.draft order by id desc limit 1)
                        """).params(edge.get(0), edge.get(1)).update();

        var page = get("/signaler/lieu/limite");

        assertThat(page).contains("Lyon 1er arrondissement", "Lyon 2e arrondissement", "Je ne sais pas");
        assertThat(post("/signaler/lieu/limite", "area", "69382")).hasRedirectedUrl("/signaler/fichiers");
    }

    @Test
    void filesAreCheckedByTheirContentAndTheGoodOnesAreKept() {
        var page = mvc.perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/signaler/fichiers")
                        .file(new MockMultipartFile("files", "note.txt", "text/plain", "Bonjour".getBytes()))
                        .file(new MockMultipartFile("files", "photo.jpg", "image/jpeg", "<html><script>".getBytes()))
                        .cookie(draft)
                        .with(csrf()));

        assertThat(body(page)).contains("note.txt", "«\u00a0photo.jpg\u00a0»", "govuk-error-summary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sujet", "lieu", "lieu/limite", "carte", "fichiers", "reponse", "coordonnees", "verification"})
    void withoutADraftEveryQuestionLeadsToTheFirst(String question) {
        assertThat(mvc.get().uri("/signaler/" + question)).hasRedirectedUrl("/signaler");
        assertThat(mvc.get().uri("/ecrire/" + question).cookie(new Cookie("brouillon", "invented")))
                .hasRedirectedUrl("/ecrire");
    }

    @Test
    void aDraftIsGoodForItsOwnDoorOnly() {
        assertThat(mvc.get().uri("/ecrire/sujet").cookie(draft)).hasRedirectedUrl("/ecrire");
    }

    @Test
    void clicksOnTheMapLeadToAPoint() {
        assertThat(post("/signaler/carte", "carte.x", "144", "carte.y", "144")
                        .getResponse()
                        .getRedirectedUrl())
                .matches("/signaler/carte\\?zone=6938\\d");
        assertThat(post("/signaler/carte", "zone", "69383", "carte.x", "144", "carte.y", "144")
                        .getResponse()
                        .getRedirectedUrl())
                .matches("/signaler/carte(\\?zone=\\d+)?");
        assertThat(post("/signaler/carte", "zone", "301", "carte.x", "144", "carte.y", "144")
                        .getResponse()
                        .getRedirectedUrl())
                .matches("/signaler/(lieu/limite|fichiers)");
        assertThat(post("/signaler/carte", "zone", "69384")).hasRedirectedUrl("/signaler/fichiers");
        assertThat(post("/signaler/carte", "zone", "nowhere")).hasStatus(404);
    }

    @Test
    void aCodeOfSixLettersTakesTheDraftElsewhere() {
        var code = Jsoup.parse(get("/signaler/sujet"))
                .select(".govuk-inset-text .app-number")
                .text();

        var resumed =
                mvc.post().uri("/reprendre").with(csrf()).param("code", code).exchange();

        assertThat(resumed).hasRedirectedUrl("/signaler");
        assertThat(cookie(resumed, "brouillon").getValue()).isNotEqualTo(draft.getValue());
        assertThat(mvc.get().uri("/signaler/sujet").cookie(draft)).hasRedirectedUrl("/signaler");
    }

    @Test
    void codesCannotBeTriedForEver() {
        for (var attempt = 0; attempt < 20; attempt++) {
            assertThat(body(resume("AAAAAA"))).contains("n’a ce code");
        }

        assertThat(body(resume("AAAAAA"))).contains("Trop d’essais");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedInASentence() {
        assertThat(mvc.post().uri("/signaler").param("description", "Trou")).hasStatus(403);
    }

    private MvcTestResult resume(String code) {
        return mvc.post()
                .uri("/reprendre")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("203.0.113.77");
                    return request;
                })
                .param("code", code)
                .exchange();
    }

    @Test
    void whoIsTakenForARobotPressesOnceMoreAndLosesNothing() throws InterruptedException {
        post("/signaler/reponse", "way", "NONE");

        var doubted = Jsoup.parse(body(post("/signaler/verification", "seal", "invented")));
        assertThat(doubted.text()).contains("Votre demande n’est pas encore partie");
        assertThat(doubted.select("dl").text()).contains("Le lampadaire devant chez moi est éteint");
        Thread.sleep(1_100);

        assertThat(post(
                                "/signaler/verification",
                                "seal",
                                doubted.expectFirst("input[name=seal]").val(),
                                "again",
                                doubted.expectFirst("input[name=again]").val())
                        .getResponse()
                        .getRedirectedUrl())
                .matches("/suivi/.*/recu");
    }

    private MvcTestResult send() {
        var page = Jsoup.parse(get("/signaler/verification"));
        return post(
                "/signaler/verification",
                "seal",
                page.expectFirst("input[name=seal]").val());
    }

    private String get(String address) {
        return body(mvc.get().uri(address).cookie(draft).exchange());
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).cookie(draft).with(csrf());
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
