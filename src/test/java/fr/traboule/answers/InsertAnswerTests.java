package fr.traboule.answers;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.typed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.MockBrowser;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.Channel;
import fr.traboule.requests.Contact;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.Statement;
import fr.traboule.residents.AnswerWay;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** On the page of a request: a model answer is put behind what was typed, and nothing is sent before the agent says so. */
@WholeProgramTest
class InsertAnswerTests {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    StaffFixture staff;

    @Autowired
    ModelFixture fixture;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    Subjects subjects;

    @Autowired
    OpenAccount openAccount;

    @Autowired
    Posts posts;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    private final MockBrowser officer;
    private String title = "";
    private ModelAnswer model;

    InsertAnswerTests(@Autowired MockMvcTester mvc, @Autowired ModelFixture fixture, @Autowired StaffFixture staff) {
        officer = new MockBrowser(mvc);
        title = "Lampe " + UUID.randomUUID();
        model = fixture.published(
                staff.agent(Role.ADMINISTRATOR),
                fixture.content(
                        title,
                        "eclairage-public",
                        List.of("lampadaire-eteint"),
                        List.of(),
                        Map.of(
                                Language.FR,
                                "Bonjour{{#nom_de_la_personne}} {{nom_de_la_personne}}{{/nom_de_la_personne}}, {{numero}}",
                                Language.EN,
                                "Hello{{#nom_de_la_personne}} {{nom_de_la_personne}}{{/nom_de_la_personne}}, {{numero}}")));
    }

    @BeforeEach
    void signIn() {
        var email = UUID.randomUUID() + "@demo.example";
        var account = (OpenAccount.Opened) openAccount.open(
                new OpenAccount.NewAccount(email, "Paul Ferrand", PASSWORD, Set.of(Role.CASE_OFFICER)));
        posts.assign(
                account.id(), directory.unit("eclairage-public").orElseThrow().id());
        officer.signIn(email, PASSWORD);
    }

    @Test
    void theModelComesBehindWhatWasTypedInThePersonsLanguage() {
        var address = request(Language.EN, "Jane");
        var chosen = page(officer.get(address)).select("select[name='model.chosen'] option");
        assertThat(chosen.eachAttr("value")).contains(model.code());

        var inserted = officer.post(
                address + "/reponse-type", "answer", "Ma phrase", "note", "Ma note", "model.chosen", model.code());

        assertThat(inserted).hasRedirectedUrl(address + "#answer");
        var back = officer.get(address);
        assertThat(typed(back, "answer").replace("\r\n", "\n"))
                .isEqualTo("Ma phrase\n\nHello Jane, " + number(address));
        assertThat(typed(back, "note")).isEqualTo("Ma note");
        assertThat(body(back)).doesNotContain("son texte est en français");
        assertThat(page(back).select(".app-timeline").text()).doesNotContain("Réponse donnée");
    }

    @Test
    void aQuestionKeptReadyIsAskedAndNotSentAsAnAnswer() {
        var content = fixture.content("Où est-ce ? " + title, "eclairage-public", "Où est-ce exactement ?");
        var question = fixture.published(
                staff.agent(Role.ADMINISTRATOR),
                new ModelContent(
                        content.title(),
                        content.owner(),
                        AnswerAct.ASK_FOR_MORE,
                        content.subjects(),
                        content.themes(),
                        content.texts()));
        var address = request(Language.FR, "Jeanne");

        assertThat(officer.post(address + "/reponse-type", "question", "Bonjour", "model.chosen", question.code()))
                .hasRedirectedUrl(address + "#question");

        var back = officer.get(address);
        assertThat(typed(back, "question").replace("\r\n", "\n")).isEqualTo("Bonjour\n\nOù est-ce exactement ?");
        assertThat(typed(back, "answer")).isEmpty();
        assertThat(page(back).select("input[name='model.used']").val()).isEmpty();
    }

    @Test
    void withoutThePersonsLanguageItIsFrenchAndThePageSaysSo() {
        var address = request(Language.AR, "Nour");

        officer.post(address + "/reponse-type", "model.chosen", model.code());

        var back = officer.get(address);
        assertThat(typed(back, "answer")).isEqualTo("Bonjour Nour, " + number(address));
        assertThat(page(back).select("[role=status]").text()).contains("son texte est en français");
    }

    @Test
    void aNameThatLooksLikeAModelStaysAName() {
        var address = request(Language.FR, "{{service}} {{#agent}}x{{/agent}}");

        officer.post(address + "/reponse-type", "model.chosen", model.code());

        assertThat(typed(officer.get(address), "answer"))
                .isEqualTo("Bonjour {{service}} {{#agent}}x{{/agent}}, " + number(address));
    }

    @Test
    void theHistoryKeepsWhichModelAndVersionItWas() {
        var address = request(Language.FR, "Jeanne");
        officer.post(address + "/reponse-type", "model.chosen", model.code());
        var back = page(officer.get(address));
        var used = back.select("input[name='model.used']").val();

        officer.post(
                address + "/repondre",
                "version",
                back.select("input[name=version]").val(),
                "answer",
                "Bonjour",
                "model.used",
                used);

        assertThat(used).isEqualTo(model.reference());
        assertThat(modelOfTheAnswer(address)).contains(used);
    }

    @Test
    void aReferenceThatNobodyGaveIsNotKept() {
        var address = request(Language.FR, "Jeanne");

        officer.post(
                address + "/repondre", "version", "0", "answer", "Bonjour", "model.used", UUID.randomUUID() + ":0");

        assertThat(page(officer.get(address)).select(".app-timeline").text()).contains("Réponse donnée");
        assertThat(modelOfTheAnswer(address)).isEmpty();
    }

    @Test
    void modelsAreFoundByTheirWordsWithTheButtonOrTheKeyEnter() {
        var address = request(Language.FR, "Jeanne");
        fixture.published(
                staff.agent(Role.ADMINISTRATOR),
                fixture.content(
                        "Piscine " + title,
                        "sports",
                        List.of("piscine-et-sport"),
                        List.of(),
                        Map.of(Language.FR, "a")));

        var searched = officer.post(
                address + "/reponse-type/chercher", "answer", "Ma phrase", "model.words", "Piscine " + title);
        assertThat(searched).hasRedirectedUrl(address + "#model.words");
        var found = officer.get(address);
        assertThat(page(found).select("select[name='model.chosen'] option").eachText())
                .containsExactly("Choisissez", "Piscine " + title);
        assertThat(typed(found, "answer")).isEqualTo("Ma phrase");

        assertThat(officer.post(
                        address + "/orienter", "chercher", "subjectWords", "subjectWords", "", "model.words", "xyzxyz"))
                .hasRedirectedUrl(address + "#model.words");
        assertThat(body(officer.get(address))).contains("Aucune réponse type trouvée");
        assertThat(body(officer.post(
                        address + "/orienter",
                        "chercher",
                        "subjectWords",
                        "subjectWords",
                        "lampadaire",
                        "model.words",
                        "xyzxyz")))
                .as("a subject was looked for")
                .contains("Choisir ce sujet");
    }

    @Test
    void whatDoesNotFitOrIsNotChosenIsToldAndNothingIsLost() {
        var address = request(Language.FR, "Jeanne");

        officer.post(address + "/reponse-type", "answer", "Ma phrase", "model.chosen", "nothing");
        var missing = officer.get(address);
        assertThat(body(missing)).contains("Choisissez une réponse type");
        assertThat(typed(missing, "answer")).isEqualTo("Ma phrase");

        officer.post(address + "/reponse-type", "answer", "a".repeat(9_999), "model.chosen", model.code());
        var full = officer.get(address);
        assertThat(body(full)).contains("ne tient pas dans la réponse");
        assertThat(typed(full, "answer")).hasSize(9_999);
    }

    @Test
    void signsThatAreNoTextDoNoHarm() {
        var address = request(Language.FR, "Jeanne");

        officer.post(address + "/reponse-type/chercher", "model.words", "a\0b");
        assertThat(officer.get(address)).hasStatusOk();
        officer.post(address + "/reponse-type", "model.chosen", "a\0b");
        assertThat(officer.get(address)).hasStatusOk();
    }

    @Test
    void theRequestsOfOthersAreNotTouched() {
        var address = "/agents/demandes/"
                + receive.receive(
                                new Actor.Resident(),
                                new NewRequest(
                                        RequestId.next(),
                                        Channel.WEB,
                                        Nature.QUESTION,
                                        subjects.byCode("acte-de-naissance"),
                                        Language.FR,
                                        new Statement("Un acte", Optional.empty(), Contact.NONE),
                                        List.of()))
                        .number();

        assertThat(officer.post(address + "/reponse-type", "model.chosen", model.code()))
                .hasStatus(404);
        assertThat(officer.post(address + "/reponse-type/chercher", "model.words", "x"))
                .hasStatus(404);
    }

    private Optional<String> modelOfTheAnswer(String address) {
        return jdbc.sql("""
                        select h.details ->> 'model' from requests.history h
                          join requests.request r on r.id = h.subject_id
                         where replace(r.number, '-', '') = ? and h.kind = 'answered' and h.details ? 'model'
                        """.replace("? 'model'", "?? 'model'"))
                .param(number(address).replace("-", ""))
                .query(String.class)
                .optional();
    }

    private static String number(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String request(Language language, String name) {
        var contact =
                new Contact(AnswerWay.NONE, Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
        return "/agents/demandes/"
                + receive.receive(
                                new Actor.Resident(),
                                new NewRequest(
                                        RequestId.next(),
                                        Channel.WEB,
                                        Nature.REPORT,
                                        subjects.byCode("lampadaire-eteint"),
                                        language,
                                        new Statement("Un lampadaire", Optional.empty(), contact),
                                        List.of()))
                        .number();
    }
}
