package fr.traboule.desk;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.cookie;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static fr.traboule.Answer.typed;
import static fr.traboule.StaffFixture.signedIn;
import static fr.traboule.ground.files.PictureFixture.showsTheFace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.PictureFixture;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.routing.Subjects;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An agent hides parts of a photo, step by step; the person who sent it sees what everybody will. */
@WholeProgramTest
class PictureControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    FileStore requestsFiles;

    @Autowired
    FileCheck fileCheck;

    @Autowired
    Subjects subjects;

    @Autowired
    StaffFixture staff;

    @Autowired
    Clock clock;

    private Actor.Agent officer;
    private Receipt receipt;
    private FileId photo;

    @BeforeEach
    void aRequestWithAPhoto() {
        officer = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        photo = stored(PictureFixture.photo(400, 300));
        receipt = received("lampadaire-eteint");
    }

    @Test
    void thePageOfTheRequestLeadsToItsPhotos() {
        var shown = get("/agents/demandes/" + receipt.number());

        assertThat(page(shown).select("main a[href=" + address() + "]").text()).isEqualTo("rue.jpg");
        assertThat(body(shown)).contains("Pas encore regardée");
    }

    @Test
    void eachSquareHasAName() {
        var shown = page(get(address()));

        assertThat(shown.select("input[name=square]")).hasSize(80);
        assertThat(shown.select("label[for=square-24]").text()).isEqualTo("Rangée 3, colonne E");
        assertThat(shown.select("main img").attr("src")).startsWith(address() + "/vue?hidden=&view=8-0-0");
    }

    @Test
    void squaresAreHiddenAndShownAgainStepByStep() {
        var hidden = redirect(get(address() + "?faire=HIDE&square=0&square=1"));
        var shown = page(get(hidden));
        assertThat(shown.select("label[for=square-0]").text()).isEqualTo("Rangée 1, colonne A, cachée");
        assertThat(shown.select("label[for=square-2]").text()).isEqualTo("Rangée 1, colonne C");
        assertThat(shown.select("input[checked]")).isEmpty();

        var between = redirect(get(plain(hidden) + "&faire=HIDE_BETWEEN&square=33&square=55"));
        assertThat(page(get(between)).select("label:contains(cachée)")).hasSize(2 + 9);

        var named = redirect(get(plain(between) + "&faire=UNCOVER&squares=A1-B1,%20D4"));
        assertThat(page(get(named)).select("label:contains(cachée)")).hasSize(8);

        var closer = redirect(get(plain(named) + "&faire=CLOSER&square=34"));
        assertThat(closer).contains("view=1-");
        assertThat(body(get(closer))).contains("Revenir à toute la photo", "de près");
        assertThat(redirect(get(plain(closer) + "&faire=WHOLE"))).contains("view=8-0-0");
    }

    @Test
    void whatIsShownIsDrawnByTheProgramWithoutWhatIsHidden() throws Exception {
        var hidden = redirect(get(address() + "?faire=HIDE_BETWEEN&squares=A1-B2"));

        var whole = get(address() + "/vue?hidden=&view=");
        var less = get(page(get(hidden)).select("main img").attr("src"));

        assertThat(whole).hasStatusOk().hasContentType("image/jpeg");
        assertThat(showsTheFace(whole.getResponse().getContentAsByteArray())).isTrue();
        assertThat(showsTheFace(less.getResponse().getContentAsByteArray())).isFalse();
    }

    @Test
    void theResultIsSeenThenKeptAndThePersonSeesItToo() throws Exception {
        var hidden = plain(redirect(get(address() + "?faire=HIDE&squares=A1-B2")));
        var result = page(get(hidden + "&faire=RESULT"));
        assertThat(result.select("h1").text()).isEqualTo("Ce que tout le monde verrait");

        assertThat(post(
                        "publier",
                        "version",
                        "0",
                        "hidden",
                        result.select("input[name=hidden]").val()))
                .hasRedirectedUrl(address());

        assertThat(body(get(address()))).contains("Montrée, avec des parties cachées", "peut s’y opposer");
        var tracked = follow();
        assertThat(page(tracked).select("#pictures").text()).isEqualTo("Ce que tout le monde pourra voir");
        assertThat(page(tracked).select("a[href=#words]").text()).isEqualTo("écrire un message");
        var copy = mvc.get()
                .uri(page(tracked).select("main img").attr("src"))
                .cookie(held())
                .exchange();
        assertThat(copy).hasStatusOk().hasContentType("image/jpeg");
        assertThat(showsTheFace(copy.getResponse().getContentAsByteArray())).isFalse();
        assertThat(mvc.get().uri(page(tracked).select("main img").attr("src")))
                .as("for nobody else yet")
                .hasStatus(404);
    }

    @Test
    void withoutADecisionThePersonReadsThatNothingIsShown() {
        assertThat(page(follow()).select("main").text()).contains("Aucune de vos photos n’est montrée au public");
        assertThat(mvc.get()
                        .uri("/suivi/" + receipt.number() + "/photos/" + photo.value())
                        .cookie(held()))
                .hasStatus(404);
    }

    @Test
    void whoeverRefusesSaysWhy() {
        assertThat(body(post("refuser", "version", "0", "hidden", ""))).contains("Dites pourquoi");
        assertThat(post("refuser", "version", "0", "reason", "PEOPLE")).hasRedirectedUrl(address());
        assertThat(body(get(address()))).contains("À ne pas montrer", "On y reconnaîtrait des gens");
    }

    @Test
    void whoWasOvertakenKeepsWhatTheyHid() {
        var hidden = page(get(redirect(get(address() + "?faire=HIDE&squares=A1-B2"))))
                .select("input[name=hidden]")
                .val();
        mvc.post()
                .uri("/agents/demandes/" + receipt.number() + "/prendre")
                .with(signedIn(officer))
                .with(csrf())
                .param("version", "0")
                .exchange();

        var overtaken = page(post("publier", "version", "0", "hidden", hidden));

        assertThat(overtaken.text()).contains("Quelqu’un a modifié cette demande entre-temps");
        assertThat(overtaken.select("input[name=hidden]").val()).isEqualTo(hidden);
        assertThat(post(
                        "publier",
                        "version",
                        overtaken.select("input[name=version]").val(),
                        "hidden",
                        hidden))
                .hasRedirectedUrl(address());
    }

    @Test
    void aNameThatIsNoSquareIsAskedAgainAndWhatWasTickedStays() {
        var wrong = get(address() + "?faire=HIDE&square=7&squares=Z99");

        assertThat(page(wrong).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#squares");
        assertThat(typed(wrong, "squares")).isEqualTo("Z99");
        assertThat(page(wrong).select("input[checked]").eachAttr("value")).containsExactly("7");
        assertThat(body(get(address() + "?faire=HIDE"))).contains("Cochez au moins une case");
        assertThat(body(get(address() + "?faire=HIDE&squares=" + "A1,".repeat(100))))
                .contains("Écrivez des cases de la grille");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?faire=HIDE&square=80",
                "?faire=HIDE&square=-1",
                "?faire=HIDE&square=deux",
                "?hidden=%2A",
                "?view=8-8-0",
                "?view=7-0-0",
                "/vue?hidden=&view=1-71-0",
                "/vue?hidden=%2A&view="
            })
    void whatNoPageOffersIsNotThere(String invented) {
        assertThat(get(address() + invented)).hasStatus(404);
    }

    @Test
    void aSensitiveRequestSaysThatItsPhotosAreNeverShown() {
        officer = staff.agent(Role.CASE_OFFICER, "qualite-reclamations");
        photo = stored(PictureFixture.photo(400, 300));
        receipt = received("inegalite-discrimination");

        assertThat(body(get("/agents/demandes/" + receipt.number()))).contains("jamais montrées au public");
        assertThat(page(get(address())).select("main form")).isEmpty();
        assertThat(body(get(address()))).contains("jamais montrées au public");
        assertThat(body(post("publier", "version", "0", "hidden", ""))).contains("jamais montrées au public");
        assertThat(page(follow()).select("main img")).isEmpty();
    }

    @Test
    void aGiantPhotoSaysThatItCannotBeShown() {
        photo = stored(PictureFixture.huge(9_000, 9_000));
        receipt = received("lampadaire-eteint");

        assertThat(body(get(address()))).contains("plus de 50 millions de points");
        assertThat(get(address() + "/vue?hidden=&view=")).hasStatus(404);
    }

    @Test
    void othersDoNotGetAsFarAsThePhoto() {
        officer = staff.agent(Role.RECEPTION_AGENT, "eclairage-public");
        assertThat(get(address())).hasStatus(403);
        assertThat(get(address() + "/vue?hidden=&view=")).hasStatus(403);
        assertThat(page(get("/agents/demandes/" + receipt.number())).select("main a[href=" + address() + "]"))
                .isEmpty();
        officer = staff.agent(Role.CASE_OFFICER, "espaces-verts");
        assertThat(get(address())).hasStatus(404);
        assertThat(post("publier", "version", "0", "hidden", "")).hasStatus(404);
    }

    private String address() {
        return "/agents/demandes/" + receipt.number() + "/photos/" + photo.value();
    }

    private static String plain(String address) {
        return address.replace("#photo", "");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(plain(address))).with(signedIn(officer)).exchange();
    }

    private MvcTestResult post(String act, String... fields) {
        var request =
                mvc.post().uri(address() + "/" + act).with(signedIn(officer)).with(csrf());
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }

    private Cookie held() {
        return cookie(
                mvc.get()
                        .uri("/suivi/" + receipt.number() + "?code=" + receipt.secret())
                        .exchange(),
                "suivi");
    }

    private MvcTestResult follow() {
        return mvc.get().uri("/suivi/" + receipt.number()).cookie(held()).exchange();
    }

    private FileId stored(byte[] content) {
        var accepted = (FileCheck.Accepted) fileCheck.check("rue.jpg", content);
        return requestsFiles.store(accepted, clock.instant()).id();
    }

    private Receipt received(String subject) {
        var said = RequestFixture.said("Un lampadaire éteint");
        return receive.receive(
                new Actor.Resident(),
                new NewRequest(
                        said.id(),
                        said.channel(),
                        said.nature(),
                        subjects.byCode(subject),
                        said.language(),
                        said.statement(),
                        List.of(photo)));
    }
}
