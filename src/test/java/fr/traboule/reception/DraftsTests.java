package fr.traboule.reception;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.field;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static fr.traboule.Answer.typed;
import static fr.traboule.StaffFixture.signedIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.RequestId;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.ResidentFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What an agent began and did not file: kept, taken over, filed once, never a request before. */
@WholeProgramTest
class DraftsTests {

    private static final String ADDRESS = "/agents/nouvelle";
    private static final String DRAFTS = "/agents/brouillons";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    KeepDrafts keepDrafts;

    @Autowired
    KeepResident keepResident;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent samira;
    private Actor.Agent colleague;
    private String key;

    @BeforeEach
    void twoAtTheSameCounter() {
        samira = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
        colleague = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
        key = RequestId.next().value().toString();
    }

    @Test
    void aDraftIsKeptWithoutScriptAndFoundAgain() {
        var kept = post(samira, "garder", "oui", "description", "Une fuite rue", "minutes", "");

        var again = get(samira, redirect(kept));
        assertThat(typed(again, "description")).isEqualTo("Une fuite rue");
        assertThat(body(again)).contains("Brouillon enregistré à", "Ce n’est pas encore une demande");
        assertThat(body(get(samira, DRAFTS))).contains(key, "Une fuite rue");
        assertThat(body(get(samira, "/agents"))).contains("1 brouillon à terminer");
    }

    /** Whose record it is to be tied to, and why a new one is to be kept, are typed too. */
    @Test
    void theRecordOfThePersonIsKeptWithTheDraft() {
        var resident = keepResident.keep(samira, ResidentFixture.wishing(ResidentFixture.name("Jeanne Robin")));
        var tied = post(samira, "garder", "oui", "resident", resident.value().toString());
        assertThat(page(get(samira, redirect(tied)))
                        .select("input[name=resident][checked]")
                        .val())
                .isEqualTo(resident.value().toString());

        key = RequestId.next().value().toString();
        var law = post(samira, "garder", "oui", "grounds.basis", "LAW", "grounds.words", "Code de la route");
        var again = page(get(samira, redirect(law)));
        assertThat(again.select("input[name=grounds.basis][checked]").val()).isEqualTo("LAW");
        assertThat(again.select("[name=grounds.words]").stream()
                        .map(field -> field.hasAttr("value") ? field.val() : field.text()))
                .containsExactly("Code de la route");
    }

    @Test
    void aDraftIsNoRequest() {
        post(samira, "garder", "oui", "description", "Une fuite", "way", "NONE", "channel", "PHONE");

        assertThat(requests()).isZero();
        assertThat(body(get(samira, "/agents/recherche?mots=fuite"))).doesNotContain(key);
        assertThat(page(get(samira, ADDRESS + "?brouillon=" + key)).select(".app-number"))
                .isEmpty();
    }

    @Test
    void withAScriptItIsSavedAsOneTypesAndSaysWhen() {
        var page = UUID.randomUUID().toString();
        var first = save(samira, "page", page, "description", "Une");
        var second = save(samira, "page", page, "description", "Une fuite", "version", "");

        assertThat(first).hasStatus(200).bodyText().contains("Brouillon enregistré à", "\"version\":0");
        assertThat(second)
                .as("the page that saved last is not overtaken by itself")
                .hasStatus(200);
        assertThat(typed(get(samira, ADDRESS + "?brouillon=" + key), "description"))
                .isEqualTo("Une fuite");
    }

    @Test
    void onlyThisPageMaySaveByItself() {
        var shown = get(samira, ADDRESS);

        assertThat(shown.getResponse().getHeader("Content-Security-Policy"))
                .contains("script-src 'self'; connect-src 'self'", "default-src 'none'");
        assertThat(page(shown).select("script").eachAttr("src"))
                .singleElement()
                .asString()
                .startsWith("/assets/drafts.js");
        assertThat(get(samira, DRAFTS).getResponse().getHeader("Content-Security-Policy"))
                .doesNotContain("script-src", "connect-src");
        assertThat(page(shown).select("[data-draft]").attr("data-draft"))
                .isEqualTo(DRAFTS + "/"
                        + field(shown, "main").select("input[name=key]").val());
    }

    @Test
    void theScriptIsSmall() {
        assertThat(body(get(samira, "/assets/drafts.js")).getBytes(UTF_8)).hasSizeLessThan(2048);
    }

    @Test
    void aColleagueTakesItOverAndTheFormerHolderIsToldWithNothingTypedLost() {
        post(samira, "garder", "oui", "description", "Une fuite");
        assertThat(body(get(colleague, DRAFTS + "/" + key))).contains("Une fuite", "Reprendre ce brouillon");

        assertThat(redirect(act(colleague, DRAFTS + "/" + key + "/reprendre", "version", "0")))
                .isEqualTo(ADDRESS + "?brouillon=" + key);

        var late = post(samira, "garder", "oui", "description", "Une fuite, et le trottoir", "version", "0");
        assertThat(body(late)).contains("tient ce brouillon depuis le", "Garder ce que j’ai tapé");
        assertThat(typed(late, "description")).isEqualTo("Une fuite, et le trottoir");
        var byItself = save(samira, "description", "Une fuite, et", "version", "0");
        assertThat(byItself).hasStatus(409).bodyText().contains("tient ce brouillon");
        var filed = post(samira, "description", "Une fuite, et le trottoir", "way", "NONE", "channel", "PHONE");
        assertThat(body(filed)).contains("tient ce brouillon depuis le");
        assertThat(requests()).isZero();

        var apart = get(samira, redirect(post(samira, "autre", "oui", "description", "Une fuite, et le trottoir")));
        assertThat(typed(apart, "description")).isEqualTo("Une fuite, et le trottoir");
        assertThat(page(apart).select("input[name=key]").val()).isNotEqualTo(key);
        assertThat(typed(get(colleague, ADDRESS + "?brouillon=" + key), "description"))
                .isEqualTo("Une fuite");
        assertThat(jdbc.sql("select kind from reception.history where subject_id = ? order by id")
                        .param(UUID.fromString(key))
                        .query(String.class)
                        .list())
                .containsExactly("draft_started", "draft_taken_over");
    }

    @Test
    void lookingAtAColleaguesDraftLeavesATrace() {
        post(samira, "garder", "oui", "description", "Une fuite");

        get(samira, DRAFTS + "/" + key);
        get(colleague, DRAFTS + "/" + key);

        assertThat(body(mvc.get()
                        .uri("/administration/acces")
                        .with(signedIn(staff.agent(Role.DATA_PROTECTION_OFFICER)))
                        .exchange()))
                .contains("Brouillon d’un collègue");
        assertThat(jdbc.sql("select account_id from reception.access_log where subject_id = ? and what = 'draft'")
                        .param(UUID.fromString(key))
                        .query(UUID.class)
                        .list())
                .containsExactly(colleague.account().value());
    }

    @Test
    void twoWindowsOfOnePersonDoNotOverwriteEachOther() {
        post(samira, "garder", "oui", "description", "Une fuite");
        post(samira, "garder", "oui", "description", "Une fuite d’eau", "version", "0");

        var older = post(samira, "garder", "oui", "description", "Autre chose", "version", "0");

        assertThat(body(older)).contains("dans une autre fenêtre");
        assertThat(typed(older, "description")).isEqualTo("Autre chose");
    }

    @Test
    void anotherUnitSeesNothingOfIt() {
        post(samira, "garder", "oui", "description", "Une fuite");
        var other = staff.agent(Role.CASE_OFFICER, "eclairage-public");

        assertThat(body(get(other, DRAFTS))).doesNotContain(key);
        assertThat(get(other, DRAFTS + "/" + key)).hasStatus(404);
        assertThat(act(other, DRAFTS + "/" + key + "/reprendre", "version", "0"))
                .hasStatus(404);
        assertThat(act(other, DRAFTS + "/" + key + "/supprimer", "version", "0"))
                .hasStatus(404);
        assertThat(body(post(other, "garder", "oui", "description", "À moi"))).contains("tient ce brouillon");
    }

    @Test
    void filedItIsOneRequestAndTheDraftIsOver() {
        post(samira, "garder", "oui", "description", "Une fuite");
        var page = UUID.randomUUID().toString();
        var fields = new String[] {
            "page", page, "version", "0", "description", "Une fuite", "way", "NONE", "channel", "PHONE"
        };

        var first = post(samira, fields);
        var second = post(samira, fields);

        assertThat(redirect(first)).isEqualTo(redirect(second)).endsWith("/recu");
        assertThat(requests()).isEqualTo(1);
        assertThat(body(get(samira, DRAFTS))).doesNotContain(key);
        assertThat(jdbc.sql("select content is null from reception.draft where id = ?")
                        .param(UUID.fromString(key))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(save(samira, "description", "Encore"))
                .hasStatus(409)
                .bodyText()
                .contains("C’est déjà une demande");
    }

    @Test
    void filedFromTwoWindowsAtOnceItIsOneRequestAndTheSlowerIsTold() throws Exception {
        var pages = List.of("Une fuite", "Une fuite, dans la cave");
        List<Future<MvcTestResult>> answers;

        try (var windows = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = windows.invokeAll(pages.stream()
                    .<Callable<MvcTestResult>>map(words -> () -> post(
                            samira,
                            "page",
                            UUID.randomUUID().toString(),
                            "description",
                            words,
                            "way",
                            "NONE",
                            "channel",
                            "PHONE"))
                    .toList());
        }

        assertThat(requests()).isEqualTo(1);
        var told = answers.stream()
                .map(Future::resultNow)
                .filter(answer -> answer.getResponse().getStatus() == 200)
                .toList();
        assertThat(told).singleElement().satisfies(answer -> {
            assertThat(body(answer)).contains("C’est déjà une demande");
            assertThat(typed(answer, "description")).startsWith("Une fuite");
        });
    }

    @Test
    void answeredOnTheSpotNothingOfItIsLeftToDo() {
        post(samira, "garder", "oui", "description", "Horaires");

        redirect(post(samira, "surplace", "oui", "channel", "PHONE", "description", "Horaires", "version", "0"));

        assertThat(body(get(samira, DRAFTS))).doesNotContain(key);
    }

    @Test
    void itIsDeletedAfterAConfirmationByItsHolderOnly() {
        post(samira, "garder", "oui", "description", "Une fuite");
        var delete = DRAFTS + "/" + key + "/supprimer";

        assertThat(get(colleague, delete)).hasStatus(404);
        assertThat(body(get(samira, delete))).contains("perdu pour de bon", "Une fuite");
        assertThat(redirect(act(samira, delete, "version", "7"))).isEqualTo(DRAFTS + "/" + key);
        assertThat(redirect(act(samira, delete, "version", "0"))).isEqualTo(DRAFTS);

        assertThat(body(get(samira, DRAFTS))).doesNotContain(key);
        assertThat(body(post(samira, "garder", "oui", "description", "Une fuite")))
                .contains("a été supprimé");
    }

    @Test
    void whoeverForgetsOneIsToldBeforeItGoesAndAfter() {
        post(samira, "garder", "oui", "description", "Une fuite");
        expiresIn("2 days");
        assertThat(body(get(samira, "/agents"))).contains("1 s’efface bientôt");
        assertThat(body(get(samira, DRAFTS))).contains("Bientôt");

        expiresIn("-1 second");
        keepDrafts.expire();

        assertThat(body(get(samira, DRAFTS))).contains("Brouillons arrivés à leur fin", key);
        assertThat(body(get(samira, DRAFTS + "/" + key))).contains("ce qui était écrit n’est plus là");
        assertThat(jdbc.sql("select count(*) from reception.draft where id = ? and content is null")
                        .param(UUID.fromString(key))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void filesShownAtTheCounterGoWithTheRequest() {
        var kept = mvc.perform(MockMvcRequestBuilders.multipart(ADDRESS)
                .file(new MockMultipartFile("files", "preuve.txt", null, "Une preuve".getBytes(UTF_8)))
                .param("key", key)
                .param("garder", "oui")
                .param("description", "Une fuite")
                .with(csrf())
                .with(signedIn(samira)));
        assertThat(body(get(samira, redirect(kept)))).contains("preuve.txt");

        var filed = mvc.perform(MockMvcRequestBuilders.multipart(ADDRESS)
                .file(new MockMultipartFile("files", "autre.txt", null, "Une autre".getBytes(UTF_8)))
                .param("key", key)
                .param("version", "0")
                .param("channel", "COUNTER")
                .param("way", "NONE")
                .param("description", "Une fuite")
                .with(csrf())
                .with(signedIn(samira)));

        assertThat(redirect(filed)).endsWith("/recu");
        assertThat(jdbc.sql("select name from requests.file where owner_id = ? order by name")
                        .param(UUID.fromString(key))
                        .query(String.class)
                        .list())
                .containsExactly("autre.txt", "preuve.txt");
    }

    @Test
    void aFileThatIsRefusedSaysWhyAndTheOthersAreKept() {
        var answer = mvc.perform(MockMvcRequestBuilders.multipart(ADDRESS)
                .file(new MockMultipartFile("files", "a.exe", null, "MZ".getBytes(UTF_8)))
                .file(new MockMultipartFile("files", "b.txt", null, "Bonjour".getBytes(UTF_8)))
                .param("key", key)
                .param("channel", "COUNTER")
                .param("way", "NONE")
                .param("description", "Une fuite")
                .with(csrf())
                .with(signedIn(samira)));

        assertThat(body(answer)).contains("a.exe", "n’est ni une photo", "b.txt");
        assertThat(typed(answer, "description")).isEqualTo("Une fuite");
        assertThat(requests()).isZero();
    }

    /** A browser forgets files that were chosen as soon as it leaves the page. */
    @Test
    void filesThatWereChosenBeforeASearchAreNotForgotten() {
        var found = mvc.perform(MockMvcRequestBuilders.multipart(ADDRESS)
                .file(new MockMultipartFile("files", "preuve.txt", null, "Une preuve".getBytes(UTF_8)))
                .param("key", key)
                .param("chercher", "subjectWords")
                .param("subjectWords", "lampadaire")
                .with(csrf())
                .with(signedIn(samira)));

        assertThat(body(found)).contains("preuve.txt", "lampadaire-eteint");
        assertThat(body(get(samira, DRAFTS))).contains(key);
    }

    @Test
    void aFileIsTakenOutOfTheDraft() {
        mvc.perform(MockMvcRequestBuilders.multipart(ADDRESS)
                .file(new MockMultipartFile("files", "preuve.txt", null, "Une preuve".getBytes(UTF_8)))
                .param("key", key)
                .param("garder", "oui")
                .with(csrf())
                .with(signedIn(samira)));
        var file = page(get(samira, ADDRESS + "?brouillon=" + key))
                .select("button[name=retirer]")
                .val();

        var without = get(samira, redirect(post(samira, "retirer", file, "description", "Une fuite", "version", "0")));

        assertThat(body(without)).doesNotContain("preuve.txt");
        assertThat(typed(without, "description")).isEqualTo("Une fuite");
    }

    @Test
    void moreThanAnybodyTypesIsNotKeptAndNotLost() {
        var much = "x".repeat(120_000);

        var refused = post(samira, "garder", "oui", "description", much);

        assertThat(body(refused)).contains("Le texte est trop long");
        assertThat(typed(refused, "description")).hasSize(much.length());
        assertThat(save(samira, "description", much)).hasStatus(400);
        var stillKept = "x".repeat(20_000);
        redirect(post(samira, "garder", "oui", "description", stillKept));
        assertThat(typed(get(samira, ADDRESS + "?brouillon=" + key), "description"))
                .hasSize(20_000);
    }

    @Test
    void forgedNumbersAndIdsAreRefusedWithoutABreakdown() {
        assertThat(save(samira, "minutes", "abc"))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isLessThan(500));
        assertThat(act(samira, DRAFTS + "/" + key, "key", "not-an-id")
                        .getResponse()
                        .getStatus())
                .isBetween(400, 499);
        assertThat(act(samira, DRAFTS + "/" + key, "key", UUID.randomUUID().toString()))
                .hasStatus(400);
        assertThat(get(samira, ADDRESS + "?brouillon=x").getResponse().getStatus())
                .isBetween(400, 499);
        assertThat(get(samira, DRAFTS + "/" + UUID.randomUUID())).hasStatus(404);
        assertThat(typed(post(samira, "garder", "oui", "key", "x", "description", "Une fuite"), "description"))
                .isEqualTo("Une fuite");
        assertThat(typed(post(samira, "retirer", key, "key", "", "description", "Une fuite"), "description"))
                .isEqualTo("Une fuite");
    }

    private void expiresIn(String time) {
        jdbc.sql("update reception.draft set expires_at = now() + cast(? as interval) where id = ?")
                .params(time, UUID.fromString(key))
                .update();
    }

    private long requests() {
        return jdbc.sql("select count(*) from requests.request where id = ?")
                .param(UUID.fromString(key))
                .query(Long.class)
                .single();
    }

    private MvcTestResult get(Actor.Agent agent, String address) {
        return mvc.get().uri(address).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(Actor.Agent agent, String... parameters) {
        return send(agent, ADDRESS, parameters);
    }

    private MvcTestResult save(Actor.Agent agent, String... parameters) {
        return send(agent, DRAFTS + "/" + key, parameters);
    }

    private MvcTestResult send(Actor.Agent agent, String address, String... parameters) {
        var all = new ArrayList<>(List.of(parameters));
        if (!all.contains("key")) {
            all.addAll(List.of("key", key));
        }
        return act(agent, address, all.toArray(String[]::new));
    }

    private MvcTestResult act(Actor.Agent agent, String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
