package fr.traboule.residents;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static fr.traboule.Answer.typed;
import static fr.traboule.StaffFixture.signedIn;
import static fr.traboule.residents.ResidentFixture.email;
import static fr.traboule.residents.ResidentFixture.name;
import static fr.traboule.residents.ResidentFixture.number;
import static fr.traboule.residents.ResidentFixture.phone;
import static fr.traboule.residents.ResidentFixture.wishing;
import static fr.traboule.residents.ResidentFixture.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of records of people. */
@WholeProgramTest
class ResidentPagesTests {

    private static final String LIST = "/agents/usagers";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeepResident keepResident;

    @Autowired
    ReadResidents readResidents;

    @Autowired
    StaffFixture staff;

    private Actor.Agent agent;

    @BeforeEach
    void anAgentAtTheCounter() {
        agent = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/nouvelle", "/00000000-0000-0000-0000-000000000000", "/x/effacer"})
    void visitorsAreAskedWhoTheyAre(String address) {
        assertThat(mvc.get().uri(LIST + address)).hasRedirectedUrl("/connexion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/00000000-0000-0000-0000-000000000000", "/1%27%20or%201=1"})
    void whatIsNoRecordIsNotFound(String address) {
        assertThat(get(LIST + address)).hasStatus(404);
    }

    @Test
    void aRecordIsKeptOnlyForOneOfTheTwoReasons() {
        var last = word();
        var asked = post(LIST + "/nouvelle", "key", UUID.randomUUID().toString(), "name", last, "way", "NONE");
        assertThat(page(asked).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#grounds.basis");
        assertThat(typed(asked, "name")).isEqualTo(last);
        var law = post(
                LIST + "/nouvelle",
                "key",
                UUID.randomUUID().toString(),
                "name",
                last,
                "way",
                "NONE",
                "grounds.basis",
                "LAW");
        assertThat(page(law).select(".govuk-error-summary a").eachAttr("href")).containsExactly("#grounds.words");

        var kept = post(
                LIST + "/nouvelle",
                "key",
                UUID.randomUUID().toString(),
                "name",
                last,
                "way",
                "NONE",
                "grounds.basis",
                "WISH");

        assertThat(body(get(redirect(kept)))).contains(last, "La personne le souhaite");
    }

    @Test
    void nothingIsMandatoryButSomethingToFindThePersonBy() {
        var nothing =
                post(LIST + "/nouvelle", "key", UUID.randomUUID().toString(), "way", "NONE", "grounds.basis", "WISH");
        var letter = post(
                LIST + "/nouvelle",
                "key",
                UUID.randomUUID().toString(),
                "name",
                "Jeanne",
                "way",
                "LETTER",
                "grounds.basis",
                "WISH");

        assertThat(page(nothing).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#name");
        assertThat(page(letter).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#address");
    }

    @Test
    void hostileWordsAreShownAsTypedAndNeverAsMarkup() {
        var id = keep(wishing(name("<script>alert(1)</script> " + word()), phone(number())));

        assertThat(page(get(address(id))).select("main script")).isEmpty();
        assertThat(page(get(address(id))).select("h1").text()).contains("<script>alert(1)</script>");
        assertThat(page(get(LIST + "?mots=%3Cscript%3E")).select("main script")).isEmpty();
        assertThat(get(LIST + "?mots=" + "x".repeat(5_000))).hasStatusOk();
        assertThat(get(LIST + "?mots=%27%20or%201%3D1%20--")).hasStatusOk();
        assertThat(get(LIST + "?avant=nimportequoi")).hasStatusOk();
        assertThat(post(
                        LIST + "/nouvelle",
                        "key",
                        "pas-un-uuid",
                        "name",
                        "x".repeat(10_000),
                        "email",
                        "a@b",
                        "phone",
                        "abc",
                        "address",
                        "y".repeat(10_000),
                        "way",
                        "PIGEON",
                        "needs",
                        "WINGS",
                        "shared",
                        "NAME",
                        "grounds.basis",
                        "FUN"))
                .hasStatusOk()
                .bodyText()
                .contains("govuk-error-summary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ajouter", "/preferences", "/representant"})
    void whatCannotEvenBeReadIsAskedAgain(String form) {
        var id = keep(wishing(name(word())));

        assertThat(post(
                        address(id) + form,
                        "version",
                        "x",
                        "kind",
                        "WING",
                        "way",
                        "PIGEON",
                        "needs",
                        "WINGS",
                        "quality",
                        "QUEEN",
                        "shared",
                        "perhaps",
                        "grounds.basis",
                        "FUN"))
                .hasStatusOk()
                .bodyText()
                .contains("govuk-error-summary");
    }

    @Test
    void theWayToAnswerChangesInOneClick() {
        var id = keep(wishing(name(word()), email(word() + "@demo.example")));

        assertThat(post(address(id) + "/reponse", "version", "0", "way", "EMAIL"))
                .hasRedirectedUrl(address(id));

        assertThat(readResidents.card(agent, id).orElseThrow().way()).isEqualTo(AnswerWay.EMAIL);
    }

    @Test
    void whatAWayNeedsIsAskedThenTheWayIsChanged() {
        var id = keep(wishing(name(word())));

        var asked = post(address(id) + "/reponse", "version", "0", "way", "PHONE");
        assertThat(redirect(asked)).isEqualTo(address(id) + "/ajouter?pour=PHONE");
        assertThat(page(get(redirect(asked)))
                        .select("input[name=kind][checked]")
                        .val())
                .isEqualTo("PHONE");
        post(address(id) + "/ajouter", "version", "0", "kind", "PHONE", "value", "pas un numéro", "way", "PHONE");
        post(address(id) + "/ajouter", "version", "0", "kind", "PHONE", "value", number(), "way", "PHONE");

        assertThat(readResidents.card(agent, id).orElseThrow().way()).isEqualTo(AnswerWay.PHONE);
    }

    @Test
    void aCorrectionSaysWhy() {
        var id = keep(wishing(name("Jane")));
        var detail = readResidents.sheet(agent, id).details().getFirst().id();
        var here = address(id) + "/corriger/" + detail;

        assertThat(body(post(here, "version", "0", "value", "Jeanne")))
                .contains("govuk-error-summary", "Écrivez pourquoi");
        assertThat(body(get(here))).contains("Jane");
        assertThat(post(here, "version", "0", "value", "Jeanne", "reason", "Faute de frappe"))
                .hasRedirectedUrl(address(id));

        assertThat(body(get(address(id)))).contains("Jeanne", "<del>Jane</del>", "Faute de frappe");
        assertThat(body(post(here, "version", "0", "value", "Jeannette", "reason", "Trop tard")))
                .contains("Quelqu’un a modifié cette fiche");
    }

    @Test
    void twoRecordsOfOnePersonAreProposedMergedAndSeparatedOnTheirPages() {
        var number = number();
        var one = keep(wishing(name("Une " + word()), phone(number)));
        var other = keep(wishing(name("Deux " + word()), phone(number)));
        assertThat(body(get(address(one)))).contains("Peut-être la même personne", "même téléphone");

        var merged = post(
                address(one) + "/reunir", "version", "0", "other", other.value().toString(), "otherVersion", "0");
        assertThat(merged).hasRedirectedUrl(address(one));
        assertThat(get(address(other))).hasRedirectedUrl(address(one));

        assertThat(post(
                        address(one) + "/separer",
                        "version",
                        "1",
                        "other",
                        other.value().toString()))
                .hasRedirectedUrl(address(one));
        assertThat(get(address(other))).hasStatusOk();
    }

    @Test
    void whatIsNotProposedIsNotMerged() {
        var one = keep(wishing(name(word())));
        var other = keep(wishing(name(word())));

        assertThat(post(
                        address(one) + "/reunir",
                        "version",
                        "0",
                        "other",
                        other.value().toString(),
                        "otherVersion",
                        "0"))
                .hasStatus(404);
    }

    @Test
    void theOfficerGathersAllOfItInAFileThatNoSpreadsheetTakesForFormulas() {
        var officer = staff.agent(Role.DATA_PROTECTION_OFFICER);
        var id = keep(wishing(name("=cmd|' /C calc'!A0 " + word()), phone(number())));

        var file = mvc.post()
                .uri(address(id) + "/export.csv")
                .with(csrf())
                .with(signedIn(officer))
                .exchange();

        assertThat(file).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(body(file))
                .contains("'=cmd", "Fiche gardée", "La personne le souhaite")
                .startsWith("\ufeff");
        assertThat(post(address(id) + "/export.csv")).hasStatus(403);
    }

    @Test
    void erasedItIsGoneAndTheListSaysSo() {
        var head = staff.agent(Role.UNIT_HEAD, "mairie-3-accueil");
        var id = keep(wishing(name(word())));
        assertThat(body(mvc.get()
                        .uri(address(id) + "/effacer")
                        .with(signedIn(head))
                        .exchange()))
                .contains("Effacer pour toujours");

        var erased = mvc.post()
                .uri(address(id) + "/effacer")
                .param("version", "0")
                .with(csrf())
                .with(signedIn(head))
                .exchange();

        assertThat(redirect(erased)).isEqualTo(LIST + "?effacee");
        assertThat(get(address(id))).hasStatus(404);
        assertThat(get(address(id) + "/effacer")).hasStatus(403);
    }

    @Test
    void whoSpeaksForThePersonIsAddedAndTakenOut() {
        var id = keep(wishing(name(word())));
        assertThat(body(post(address(id) + "/representant", "version", "0", "name", " ")))
                .contains("govuk-error-summary");

        post(address(id) + "/representant", "version", "0", "name", "Hélène Faure", "quality", "GUARDIAN");
        var shown = get(address(id));
        assertThat(body(shown)).contains("Hélène Faure", "tuteur, curateur");
        post(
                address(id) + "/representant/retirer",
                "version",
                "1",
                "which",
                page(shown).select("input[name=which]").val());

        assertThat(body(get(address(id)))).doesNotContain("Hélène Faure");
    }

    @Test
    void languageNeedsAndReasonAreChangedTogether() {
        var id = keep(wishing(name(word())));

        post(
                address(id) + "/preferences",
                "version",
                "0",
                "language",
                "ar",
                "needs",
                "LANGUAGE",
                "needsWords",
                "Vient avec sa fille",
                "grounds.basis",
                "LAW",
                "grounds.words",
                "Code civil, article 473");

        assertThat(body(get(address(id))))
                .contains("العربية", "Vient avec sa fille", "La loi le demande", "article 473");
    }

    private ResidentId keep(NewResident wanted) {
        return keepResident.keep(agent, wanted);
    }

    private static String address(ResidentId id) {
        return LIST + "/" + id.value();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
