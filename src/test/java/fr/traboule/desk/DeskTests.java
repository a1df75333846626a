package fr.traboule.desk;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.typed;
import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.Contact;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.ResidentFixture;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class DeskTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    StaffFixture staff;

    private Actor.Agent officer;
    private RequestNumber number;

    @BeforeEach
    void aRequestInTriage() {
        officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        number = receiveRequest
                .receive(new Actor.Resident(), RequestFixture.said("Un <b>trou</b> devant l’école"))
                .number();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agents",
                "/agents/nouvelle",
                "/agents/recherche",
                "/agents/demandes/K7M-4PX-3TN",
                "/administration"
            })
    void visitorsAreAskedWhoTheyAre(String address) {
        assertThat(mvc.get().uri(address)).hasRedirectedUrl("/connexion");
    }

    @Test
    void aRequestIsFoundByItsNumberHoweverItIsTyped() {
        assertThat(mvc.get()
                        .uri(
                                "/agents/recherche?mots={mots}",
                                " " + number.signs().toLowerCase())
                        .with(signedIn(officer)))
                .hasRedirectedUrl("/agents/demandes/" + number);
    }

    @Test
    void whatAPersonTypedIsShownAsTypedAndNeverAsMarkup() {
        var page = page(show(officer));

        assertThat(page.select(".app-card").text()).contains("Un <b>trou</b> devant l’école");
        assertThat(page.select(".app-card b")).isEmpty();
    }

    @Test
    void anAgentOfAnotherUnitGetsTheSamePageAsForNoRequestAtAll() {
        var other = staff.agent(Role.CASE_OFFICER, "eclairage-public");

        assertThat(show(other)).hasStatus(404);
        assertThat(mvc.get().uri("/agents/demandes/K7M-4PX-3TN").with(signedIn(other)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/agents/demandes/" + number + "/recu").with(signedIn(other)))
                .hasStatus(404);
    }

    @Test
    void anEmptyAnswerIsAskedAgain() {
        var page = post("repondre", officer, "version", "0", "answer", " ");

        assertThat(body(page)).contains("govuk-error-summary", "Écrivez votre réponse");
    }

    @Test
    void whoWasOvertakenKeepsWhatTheyTyped() {
        post("prendre", officer, "version", "0");

        var overtaken = post("repondre", officer, "version", "0", "answer", "Ma longue réponse");

        assertThat(body(overtaken)).contains("Quelqu’un a modifié cette demande");
        assertThat(typed(overtaken, "answer")).isEqualTo("Ma longue réponse");
        assertThat(post("repondre", officer, "version", "1", "answer", "Ma longue réponse"))
                .hasRedirectedUrl("/agents/demandes/" + number);
    }

    @Test
    void anAnswerBeingWrittenSurvivesANote() throws Exception {
        var noted = post("noter", officer, "version", "0", "note", "Vu sur place", "answer", "Bonjour, nous");

        assertThat(noted).hasRedirectedUrl("/agents/demandes/" + number);
        assertThat(noted.getMvcResult().getFlashMap().get("written"))
                .isEqualTo(CaseFormFixture.answering("Bonjour, nous"));
    }

    @Test
    void aNumberOfAnotherUnitTellsWhoFollowsItAndNothingOfWhatWasSaid() {
        var stranger = staff.agent(Role.RECEPTION_AGENT, "mairie-9-accueil");
        var found = mvc.get()
                .uri("/agents/recherche?mots=" + number)
                .with(signedIn(stranger))
                .exchange();

        assertThat(body(found)).contains(number.toString(), "Un autre service suit cette demande", "au plus tard le");
        assertThat(body(found)).doesNotContain("devant l’école", "app-timeline");
        assertThat(mvc.get().uri("/agents/demandes/" + number).with(signedIn(stranger)))
                .hasStatus(404);
    }

    @Test
    void aFormSentAfterTheSessionIsNotSentAgainBySigningIn() {
        var address = "/agents/demandes/" + number + "/repondre";

        assertThat(mvc.post().uri(address).with(csrf()).param("answer", "Ma longue réponse"))
                .hasStatus(401)
                .cookies()
                .doesNotContainCookie("REDIRECT_URI");
    }

    @Test
    void aSubjectIsLookedForThenChosen() {
        var found = post("orienter", officer, "version", "0", "subjectWords", "lampadère", "chercher", "subjectWords");
        assertThat(page(found).select("input[name=subject]").eachAttr("value"))
                .first()
                .isEqualTo("lampadaire-eteint");

        var gone = post("orienter", officer, "version", "0", "subject", "lampadaire-eteint", "note", "À moitié écrite");
        assertThat(gone.getResponse().getRedirectedUrl())
                .as("it left for another unit")
                .isEqualTo("/agents?partie=" + number);
        assertThat(body(mvc.get()
                        .uri("/agents?partie=" + number)
                        .flashAttrs(gone.getMvcResult().getFlashMap())
                        .with(signedIn(officer))
                        .exchange()))
                .contains("La demande " + number + " est partie vers un autre service\u00a0: Éclairage public");
    }

    @Test
    void theKeyEnterAloneSendsNothingAndLosesNothing() {
        var pressed = post(
                "orienter",
                officer,
                "version",
                "0",
                "chercher",
                "subjectWords",
                "contact.phone",
                "06 12",
                "note",
                "En cours");

        assertThat(body(pressed)).contains("Rien n’a été enregistré ni envoyé");
        assertThat(typed(pressed, "note")).isEqualTo("En cours");
    }

    @Test
    void floorsAboveAddToTheDeskAndToTheCase() {
        assertThat(body(show(officer))).contains("A section from above about " + number);
        assertThat(body(mvc.get().uri("/agents").with(signedIn(officer)).exchange()))
                .contains("A panel from above");
    }

    @Test
    void anAdministratorWithoutRequestsIsSentToTheAdministration() {
        var administrator = staff.agent(Role.ADMINISTRATOR, "accueil-usagers");

        assertThat(mvc.get().uri("/agents").with(signedIn(administrator))).hasRedirectedUrl("/administration");
        assertThat(mvc.get().uri("/agents/nouvelle").with(signedIn(administrator)))
                .hasStatus(403);
    }

    @Test
    void howToAnswerChangesInOneClickAndWhatIsBeingWrittenStays() throws Exception {
        var asked = post("personne/reponse", officer, "version", "0", "way", "PHONE", "answer", "Bonjour, nous");
        assertThat(page(asked).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#contact.phone");
        assertThat(typed(asked, "answer")).isEqualTo("Bonjour, nous");

        var changed = post(
                "personne/reponse", officer,
                "version", "0",
                "way", "PHONE",
                "contact.phone", "06 12 34 56 78",
                "answer", "Bonjour, nous");
        assertThat(changed).hasRedirectedUrl("/agents/demandes/" + number);
        assertThat(changed.getMvcResult().getFlashMap().get("written"))
                .isEqualTo(CaseFormFixture.answering("Bonjour, nous"));
        assertThat(body(show(officer))).contains("Mode de réponse changé", "06 12 34 56 78");
        assertThat(post("personne/reponse", officer, "version", "1", "way", "NONE"))
                .hasRedirectedUrl("/agents/demandes/" + number);
        assertThat(body(post("personne/reponse", officer, "version", "1", "way", "PHONE")))
                .contains("Quelqu’un a modifié cette demande");
        assertThat(body(post("personne/reponse", officer, "version", "2"))).contains("Choisissez comment répondre");
    }

    @Test
    void aRecordIsKeptFromTheRequestForOneOfTheTwoReasonsAndTiedToIt() {
        var phone = ResidentFixture.number();
        post("personne/reponse", officer, "version", "0", "way", "PHONE", "contact.phone", phone);
        var key = UUID.randomUUID().toString();

        assertThat(body(send("/agents/demandes/" + number + "/usager/garder", officer, "key", key)))
                .contains("govuk-error-summary", "Dites si la personne le souhaite");
        assertThat(body(show(officer))).contains("Garder ou rattacher une fiche");
        assertThat(send("/agents/demandes/" + number + "/usager/garder", officer, "key", key, "grounds.basis", "WISH"))
                .hasRedirectedUrl("/agents/demandes/" + number);

        assertThat(body(show(officer))).contains("/agents/usagers/" + key, "Rattachée à une fiche");
        var other = receiveRequest
                .receive(
                        new Actor.Resident(),
                        RequestFixture.said(
                                "Encore un trou",
                                new Contact(
                                        AnswerWay.PHONE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(phone),
                                        Optional.empty())))
                .number();
        var proposed = mvc.get()
                .uri("/agents/demandes/" + other + "/usager")
                .with(signedIn(officer))
                .exchange();
        assertThat(page(proposed).select("input[name=resident]").val()).isEqualTo(key);
        assertThat(body(proposed)).contains("même téléphone");
        send("/agents/demandes/" + other + "/usager/rattacher", officer, "resident", key);
        send("/agents/demandes/" + number + "/usager/detacher", officer);
        var record = body(
                mvc.get().uri("/agents/usagers/" + key).with(signedIn(officer)).exchange());
        assertThat(record).contains(other.toString()).doesNotContain(number.toString());
    }

    @Test
    void whereNothingWasToldThereIsNothingToKeep() {
        var shown = mvc.get()
                .uri("/agents/demandes/" + number + "/usager")
                .with(signedIn(officer))
                .exchange();

        assertThat(body(shown)).contains("il n’y a rien à garder");
        assertThat(body(send(
                        "/agents/demandes/" + number + "/usager/garder",
                        officer,
                        "key",
                        UUID.randomUUID().toString(),
                        "grounds.basis",
                        "WISH")))
                .contains("govuk-error-summary");
        assertThat(mvc.get()
                        .uri("/agents/demandes/" + number + "/usager")
                        .with(signedIn(staff.agent(Role.CASE_OFFICER, "eclairage-public"))))
                .hasStatus(404);
    }

    private MvcTestResult show(Actor.Agent agent) {
        return mvc.get().uri("/agents/demandes/" + number).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(String act, Actor.Agent agent, String... parameters) {
        return send("/agents/demandes/" + number + "/" + act, agent, parameters);
    }

    private MvcTestResult send(String address, Actor.Agent agent, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
