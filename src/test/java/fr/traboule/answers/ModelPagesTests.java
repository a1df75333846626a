package fr.traboule.answers;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
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
import fr.traboule.residents.AnswerWay;
import fr.traboule.web.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class ModelPagesTests {

    private static final String ADDRESS = "/agents/reponses-types";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    ModelFixture fixture;

    @Autowired
    JdbcModels models;

    @Autowired
    ReceiveRequest receive;

    private Actor.Agent head;
    private String title = "";

    @BeforeEach
    void signIn() {
        head = staff.agent(Role.UNIT_HEAD, "sports");
        title = "Piscine " + UUID.randomUUID();
    }

    @Test
    void whoeverHandlesRequestsReadsAndOthersDoNot() {
        assertThat(get(ADDRESS, staff.agent(Role.CASE_OFFICER, "etat-civil"))).hasStatusOk();
        assertThat(get(ADDRESS, staff.agent(Role.ADMINISTRATOR))).hasStatusOk();
        assertThat(get(ADDRESS, staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil")))
                .hasStatus(403);
        assertThat(get(ADDRESS + "/nouvelle", staff.agent(Role.CASE_OFFICER, "etat-civil")))
                .hasStatus(403);
        assertThat(mvc.get().uri(ADDRESS)).hasRedirectedUrl("/connexion");
    }

    @Test
    void theDemonstrationHasModelsThatReadWell() {
        var lines = models.list(new JdbcModels.Query(Optional.empty(), Optional.of(ModelState.PUBLISHED), "", ""), 200);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(25);

        var shown = body(get(ADDRESS + "/lampadaire-reparation-prevue", staff.agent(Role.CASE_OFFICER, "sports")));
        assertThat(shown).contains("Bonjour Jeanne Martin,", "Hello Jeanne Martin,", "K7M-4PX-3TN", "{{date_promise}}");
        assertThat(shown).doesNotContain("formaction=\"/agents/reponses-types/lampadaire-reparation-prevue/retirer\"");
    }

    @Test
    void aModelIsWrittenPublishedFoundAndRetired() {
        var written = post(ADDRESS + "/nouvelle", head, form("fr", "Bonjour {{numero}}"));
        var address = redirect(written).replace("?dit=fait", "");
        assertThat(body(get(address, head))).contains(title, "Brouillon", "Bonjour K7M-4PX-3TN");

        assertThat(post(address + "/publier", head, "version", "0")).hasRedirectedUrl(address + "?dit=fait");

        assertThat(page(get(ADDRESS + "?service=sports&mots=" + title.replace(" ", "%20"), head))
                        .select("tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains(title, "Publiée");
        assertThat(post(address + "/retirer", head, "version", "0")).hasRedirectedUrl(address + "?dit=change");
        post(address + "/retirer", head, "version", "1");
        assertThat(body(get(ADDRESS + "?mots=" + title.replace(" ", "%20"), head)))
                .contains("Aucune réponse type ne correspond");
        assertThat(body(get(ADDRESS + "?etat=retired&mots=" + title.replace(" ", "%20"), head)))
                .contains(title);
    }

    @Test
    void anUnknownVariableIsNamedWithThoseThatAreKnownAndNothingTypedIsLost() {
        var refused = post(
                ADDRESS + "/nouvelle",
                head,
                form("fr", "Bonjour {{prenom}}", "en", "Hello {{numero", "subjects", "lampadaire-eteint"));

        assertThat(page(refused).select(".govuk-error-summary a").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("prenom", "nom_de_la_personne", "adresse_du_suivi");
        assertThat(typed(refused, "fr")).isEqualTo("Bonjour {{prenom}}");
        assertThat(typed(refused, "en")).isEqualTo("Hello {{numero");
        assertThat(typed(refused, "title")).isEqualTo(title);
        assertThat(page(refused).select("input[name=subjects][checked]").eachAttr("value"))
                .containsExactly("lampadaire-eteint");
    }

    @Test
    void whatIsMissingIsAskedFor() {
        var asked = post(ADDRESS + "/nouvelle", head, "title", " ", "owner", "etat-civil", "fr", "");

        assertThat(page(asked).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#title", "#owner", "#act", "#fr");
    }

    @Test
    void signsThatAreNoTextDoNoHarm() {
        assertThat(List.of(
                        post(ADDRESS + "/nouvelle", head, form("fr", "Bon\0jour", "reason", "a\0b", "themes", "x\0y")),
                        post(ADDRESS + "/nouvelle", head, "title", "\0", "owner", "\0", "act", "rien", "fr", "\0"),
                        get(ADDRESS + "?mots=%00a&service=%00&etat=%00&apres=%00", head),
                        get(ADDRESS + "/a%00b", head)))
                .allSatisfy(
                        answer -> assertThat(answer.getResponse().getStatus()).isLessThan(500));
        assertThat(body(post(ADDRESS + "/nouvelle", head, "title", "a", "owner", "rien", "act", "rien", "fr", "a")))
                .contains("govuk-error-summary");
    }

    @Test
    void thePreviewShowsEachLanguageAndKeepsNothing() {
        var shown = post(
                ADDRESS + "/nouvelle", head, form("fr", "Bonjour {{ville}}", "en", "Hello {{ville}}", "apercu", "oui"));

        assertThat(page(shown).select(".app-card p").eachText()).containsExactly("Bonjour Lyon", "Hello Lyon");
        assertThat(models.list(new JdbcModels.Query(Optional.empty(), Optional.empty(), title, ""), 5))
                .isEmpty();
    }

    @Test
    void thePreviewOfARealRequestIsForThoseWhoMaySeeIt() {
        var officer = staff.agent(Role.UNIT_HEAD, "orientation-demandes");
        var contact = new Contact(
                AnswerWay.NONE,
                Optional.of("<b>{{service}}</b>"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var number = receive.receive(new Actor.Resident(), RequestFixture.said("Un trou", contact))
                .number()
                .toString();
        var text = "{{#nom_de_la_personne}}Bonjour {{nom_de_la_personne}}{{/nom_de_la_personne}} {{numero}}";

        var shown = post(
                ADDRESS + "/nouvelle",
                officer,
                "title",
                title,
                "owner",
                "orientation-demandes",
                "act",
                "ANSWER",
                "fr",
                text,
                "number",
                number,
                "apercu",
                "oui");
        assertThat(page(shown).select(".app-card p").eachText())
                .as("a name is a name")
                .containsExactly("Bonjour <b>{{service}}</b> " + number);

        var refused = post(ADDRESS + "/nouvelle", head, form("fr", text, "number", number, "apercu", "oui"));
        assertThat(body(refused)).contains("Ce n’est pas le numéro d’une de vos demandes");
        assertThat(page(refused).select(".app-card")).isEmpty();
    }

    @Test
    void theHistoryShowsWhatChangedAndAFormerTextComesBack() {
        var model = fixture.published(head, fixture.content(title, "sports", "Bonjour\nAncienne phrase\nMerci"));
        var address = ADDRESS + "/" + model.code();
        assertThat(body(post(
                        address + "/modifier", head, form("version", "1", "fr", "Bonjour\nNouvelle phrase\nMerci"))))
                .contains("Dites en quelques mots pourquoi");

        post(
                address + "/modifier",
                head,
                form("version", "1", "fr", "Bonjour\r\nNouvelle phrase\r\nMerci", "reason", "Plus juste"));

        var difference = page(get(address + "/versions/2", head));
        assertThat(difference.select("del").eachText()).containsExactly("Ancienne phrase");
        assertThat(difference.select("ins").eachText()).containsExactly("Nouvelle phrase");
        assertThat(difference.text()).contains("Plus juste");
        assertThat(body(get(address, head))).contains("Version 3", "Version 2", "Version 1");
        assertThat(post(address + "/versions/0/reprendre", head, "version", "2"))
                .hasRedirectedUrl(address + "?dit=fait");
        assertThat(models.byCode(model.code()).orElseThrow().content().texts().french())
                .isEqualTo("Bonjour\nAncienne phrase\nMerci");
        assertThat(get(address + "/versions/9", head)).hasStatus(404);
    }

    @Test
    void whoeverWasOvertakenKeepsTheirText() {
        var model = fixture.published(head, fixture.content(title, "sports", "Bonjour"));
        var address = ADDRESS + "/" + model.code() + "/modifier";

        var overtaken = post(address, head, form("version", "0", "fr", "Mon texte", "reason", "x"));

        assertThat(body(overtaken)).contains("Quelqu’un a modifié cette réponse type pendant que vous écriviez");
        assertThat(typed(overtaken, "fr")).isEqualTo("Mon texte");
        assertThat(page(overtaken).select("input[name=version]").eachAttr("value"))
                .containsExactly("1");
    }

    @Test
    void theHeadOfAnotherUnitReadsButDoesNotChange() {
        var model = fixture.published(head, fixture.content(title, "sports", "Bonjour"));
        var stranger = staff.agent(Role.UNIT_HEAD, "etat-civil");
        var address = ADDRESS + "/" + model.code();

        assertThat(body(get(address, stranger))).contains(title).doesNotContain("/modifier");
        assertThat(get(address + "/modifier", stranger)).hasStatus(403);
        assertThat(post(address + "/publier", stranger, "version", "1")).hasStatus(403);
        assertThat(post(address + "/modifier", stranger, form("version", "1", "fr", "Autre", "reason", "x")))
                .hasStatus(403);
    }

    @Test
    void theListGoesOnAfterItsLastLine() {
        for (var each = 0; each < 51; each++) {
            fixture.published(
                    head,
                    fixture.content(
                            "%s %02d".formatted(title, each),
                            "sports",
                            List.of(),
                            List.of(),
                            Map.of(Language.FR, "a")));
        }

        var first = page(get(ADDRESS + "?service=sports&mots=" + title.replace(" ", "%20"), head));
        assertThat(first.select("tbody tr")).hasSize(50);
        var next = page(get(first.expectFirst("a[rel=next]").attr("href"), head));
        assertThat(next.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains(title + " 50");
    }

    private String[] form(String... fields) {
        var all = new java.util.ArrayList<>(List.of("title", title, "owner", "sports", "act", "ANSWER"));
        all.addAll(List.of(fields));
        return all.toArray(String[]::new);
    }

    private MvcTestResult get(String address, Actor.Agent agent) {
        return mvc.get().uri(java.net.URI.create(address)).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(String address, Actor.Agent agent, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
