package fr.traboule.desk;

import static fr.traboule.Answer.page;
import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Area;
import fr.traboule.city.Territory;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.requests.Contact;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.Statement;
import fr.traboule.web.Language;
import fr.traboule.web.Wordings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The filters of the queue and of the search, the views saved of them, and their files. */
@WholeProgramTest
class FiltersTests {

    private static final String TRIAGE = "orientation-demandes";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    StaffFixture staff;

    @Autowired
    Territory territory;

    @Autowired
    AskForWork ask;

    @Autowired
    WorkFixture works;

    @Autowired
    Wordings wordings;

    private Actor.Agent officer;
    private Actor.Agent head;
    private String number;

    @BeforeEach
    void aRequestInTriage() {
        officer = staff.agent(Role.CASE_OFFICER, TRIAGE);
        head = staff.agent(Role.UNIT_HEAD, TRIAGE);
        number = receive.receive(new Actor.Resident(), RequestFixture.said("=cmd|' /C calc'!A0"))
                .number()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vue     | tout
            unit    | eclairage-public
            unit    | nowhere
            subject | ") or 1=1 --
            area    | 99999
            person  | 0192f0c1-2222-7000-8000-000000000000
            person  | moi
            status  | RECEIVED
            """)
    void whatIsUnknownOrOfOthersIsSaidAndNothingIsShown(String name, String value) {
        var shown = show(officer, "/agents?" + name + "={value}", value);

        assertThat(shown.expectFirst(".govuk-error-summary").text()).contains("Ce choix n’existe pas");
        assertThat(shown.select("#liste")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=hier", "until=2026-99-99", "from=2026-11-23&until=2026-11-22", "state=closed"})
    void theSearchSaysWhatItCannotReadToo(String query) {
        assertThat(show(officer, "/agents/recherche?mots=calc&" + query).select(".govuk-error-summary"))
                .hasSize(1);
    }

    @Test
    void filtersAreKeptWhilePagingAndEachIsRemovedWithOneClick() {
        for (var i = 0; i < 51; i++) {
            receive.receive(new Actor.Resident(), RequestFixture.said("Beaucoup " + i));
        }
        var address = "/agents?vue=nobodys&unit=" + TRIAGE + "&status=received";
        var seen = new HashSet<String>();

        var shown = show(officer, address);
        assertThat(shown.select(".app-chips a").eachAttr("href"))
                .containsExactly("/agents?vue=nobodys&status=received", "/agents?vue=nobodys&unit=" + TRIAGE);
        assertThat(shown.expectFirst("select[name=unit] option[selected]").val())
                .isEqualTo(TRIAGE);
        var next = shown.select("a[rel=next]");
        while (!next.isEmpty()) {
            assertThat(next.attr("href")).startsWith(address + "&apres=");
            assertThat(seen.addAll(shown.select("#liste tbody th").eachText())).isTrue();
            shown = show(officer, next.attr("href"));
            next = shown.select("a[rel=next]");
        }
        seen.addAll(shown.select("#liste tbody th").eachText());

        assertThat(seen).hasSizeGreaterThan(51).contains(number);
    }

    @Test
    void anArrondissementHoldsItsQuarters() {
        var quarter = territory.areas(Area.Level.QUARTIER).getFirst();
        var around = quarter.parentCode().orElseThrow();
        var said = RequestFixture.said("Des girouettes grincent");
        receive.receive(
                new Actor.Resident(),
                new NewRequest(
                        said.id(),
                        said.channel(),
                        said.nature(),
                        said.subject(),
                        said.language(),
                        new Statement(
                                "Des girouettes grincent",
                                Optional.of(new Whereabouts("Là-haut", Optional.empty(), Optional.of(quarter.code()))),
                                Contact.NONE),
                        List.of()));
        var elsewhere = territory.areas(Area.Level.ARRONDISSEMENT).stream()
                .filter(area -> !area.code().equals(around))
                .findFirst()
                .orElseThrow();

        for (var area : List.of(quarter.code(), around)) {
            assertThat(show(officer, "/agents/recherche?mots=girouette&area=" + area)
                            .select("#liste tbody tr"))
                    .as(area)
                    .hasSize(1);
        }
        assertThat(show(officer, "/agents/recherche?mots=girouette&area=" + elsewhere.code())
                        .select("#liste"))
                .isEmpty();
    }

    @Test
    void aMistakeIsSaidWithWhatIsShownInstead() {
        assertThat(show(officer, "/agents/recherche?mots={words}", "xyzxyzxyz").text())
                .contains("Aucune demande de vos services");
        assertThat(show(officer, "/agents/recherche?mots={words}", "<b>calc</b>")
                        .select("b"))
                .isEmpty();
        assertThat(show(officer, "/agents/recherche").text()).contains("Écrivez ce que vous cherchez");
    }

    @Test
    void aViewIsSavedOpenedRenamedAndDeletedByItsOwner() {
        assertThat(post(officer, "/agents/vues", "name", "Mes retards", "query", "vue=late&unit=" + TRIAGE))
                .hasRedirectedUrl("/agents?vue=late&unit=" + TRIAGE);
        var view = view(officer, "Mes retards");

        assertThat(post(officer, "/agents/vues", "name", "mes RETARDS", "query", ""))
                .bodyText()
                .contains("déjà une vue de ce nom");
        var other = staff.agent(Role.CASE_OFFICER, TRIAGE);
        assertThat(mvc.get().uri(view).with(signedIn(other))).hasStatus(404);
        assertThat(post(other, view, "name", "À moi", "version", "0")).hasStatus(404);
        assertThat(post(other, view + "/supprimer")).hasStatus(404);

        assertThat(post(officer, view, "name", "Retards", "version", "0")).hasRedirectedUrl("/agents/vues");
        assertThat(post(officer, view, "name", "Trop tard", "version", "0"))
                .bodyText()
                .contains("a changé entre-temps");
        assertThat(view(officer, "Retards")).isEqualTo(view);
        post(officer, view + "/supprimer");
        assertThat(show(officer, "/agents").select("nav bdi").eachText()).doesNotContain("Retards");
        assertThat(mvc.get().uri(view).with(signedIn(officer))).hasStatus(404);
    }

    @Test
    void aSharedViewIsForThePeopleOfTheUnitAndShowsEachWhatIsTheirs() {
        var name = "Partagée " + head.account().value().toString().substring(24);
        assertThat(post(officer, "/agents/vues", "name", name, "query", "", "unit", TRIAGE))
                .hasStatus(403);
        assertThat(post(head, "/agents/vues", "name", name, "query", "", "unit", "eclairage-public"))
                .hasStatus(404);
        post(head, "/agents/vues", "name", name, "query", "unit=" + TRIAGE, "unit", TRIAGE);

        var shown = show(officer, "/agents/vues");
        assertThat(shown.text()).contains(name, "Par Test UNIT_HEAD");
        var reception = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        assertThat(show(reception, "/agents/vues").text()).doesNotContain(name);
        assertThat(show(reception, "/agents?unit=" + TRIAGE).select("#liste")).isEmpty();
        var deletion = show(head, "/agents/vues")
                .select(".app-card:contains(" + name + ") form")
                .attr("action");
        assertThat(post(officer, deletion)).hasStatus(404);
        assertThat(post(staff.agent(Role.UNIT_HEAD, TRIAGE), deletion)).hasRedirectedUrl("/agents/vues");
        assertThat(show(officer, "/agents/vues").text()).doesNotContain(name);
    }

    @Test
    void aPersonHasThirtyViewsAtMostAndNoneOfUnknownFilters() {
        for (var i = 0; i < SaveViews.MOST; i++) {
            assertThat(post(officer, "/agents/vues", "name", "Vue " + i, "query", ""))
                    .hasStatus(303);
        }
        assertThat(post(officer, "/agents/vues", "name", "De trop", "query", ""))
                .bodyText()
                .contains("déjà 30 vues");
        assertThat(post(head, "/agents/vues", "name", "Hostile", "query", "unit=%27--"))
                .bodyText()
                .contains("Un filtre de cette vue est inconnu");
        assertThat(post(head, "/agents/vues", "name", " ", "query", ""))
                .bodyText()
                .contains("Donnez un nom à la vue");
    }

    @Test
    void aListIsAFileWithoutAWordOfWhatPeopleSaid() {
        var file = post(officer, "/agents/export?unit=" + TRIAGE);

        assertThat(file).hasStatusOk();
        assertThat(Answer.body(file))
                .startsWith("\ufeffNuméro,")
                .contains(number)
                .doesNotContain("cmd|");
        assertThat(post(officer, "/agents/export", "said", "true")).hasStatus(403);
        assertThat(post(officer, "/agents/export?unit=eclairage-public")).hasStatus(404);
        assertThat(post(staff.agent(Role.RECEPTION_AGENT, TRIAGE), "/agents/export"))
                .hasStatus(403);
    }

    @Test
    void noCellOfAFileIsAFormula() {
        assertThat(Answer.body(post(head, "/agents/recherche/export?mots=calc", "said", "true")))
                .contains("'=cmd|")
                .doesNotContain(",=cmd|");
    }

    @Test
    void aLongListIsMadeByAWork() {
        var wanted = new ListFile.Wanted(FilterForm.read("vue=nobodys&unit=" + TRIAGE), Optional.empty(), false);
        var id = ask.ask(officer, ListWork.of(wanted, wordings.in(Language.FR))).id();

        works.run(id);

        assertThat(works.done(id)).isPositive();
        var file = mvc.get()
                .uri("/administration/travaux/" + id.value() + "/fichier")
                .with(signedIn(officer))
                .exchange();
        assertThat(Answer.body(file).lines().filter(line -> line.startsWith("\ufeff")))
                .hasSize(1);
        assertThat(Answer.body(file)).contains(number);
        assertThat(show(officer, "/agents").text()).contains("Mes derniers exports");
    }

    private String view(Actor.Agent agent, String name) {
        return show(agent, "/agents/vues")
                .select(".app-card:contains(" + name + ") p a")
                .attr("href");
    }

    private Document show(Actor.Agent agent, String address, Object... values) {
        var shown = mvc.get().uri(address, values).with(signedIn(agent)).exchange();
        assertThat(shown).hasStatusOk();
        return page(shown);
    }

    private MvcTestResult post(Actor.Agent agent, String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
