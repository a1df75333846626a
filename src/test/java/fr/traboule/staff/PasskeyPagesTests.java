package fr.traboule.staff;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.Answer;
import fr.traboule.MockBrowser;
import fr.traboule.SecurityKey;
import fr.traboule.StaffFixture;
import fr.traboule.Telephone;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Passkeys page by page, with a device in software where a browser's would be. */
@WholeProgramTest
class PasskeyPagesTests {

    private static final String PASSWORD = "a phrase that is long enough";
    private static final String MINE = "/agents/compte/second-facteur";

    @Autowired
    OpenAccount openAccount;

    @Autowired
    ManageAccounts manage;

    @Autowired
    History staffHistory;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private final MockBrowser browser;
    private final SecurityKey device;
    private String email = "";
    private AccountId account = new AccountId(UUID.randomUUID());

    PasskeyPagesTests(@Autowired MockMvcTester mvc, @Value("${traboule.base-url}") String baseUrl) {
        browser = new MockBrowser(mvc);
        device = new SecurityKey(baseUrl);
    }

    @BeforeEach
    void account() {
        jdbc.sql("delete from ground.attempt").update();
        rule("administrators");
        account = open(Role.CASE_OFFICER);
    }

    @AfterEach
    void asBefore() {
        rule("offered");
    }

    @Test
    void oneIsAddedAndOpensTheDeskByItself() {
        signIn();
        assertThat(Answer.page(browser.get(MINE))
                        .expectFirst("main a[href$='/cle']")
                        .text())
                .contains("clé d’accès");
        assertThat(Answer.page(browser.get(MINE + "/cle")).expectFirst("#name").hasAttr("value"))
                .isTrue();

        var codes = Answer.page(add("Téléphone"));

        assertThat(codes.select(".app-codes li")).hasSize(10);
        assertThat(Answer.page(browser.get(MINE)).select("tbody tr").text()).contains("Téléphone", "Jamais", "Enlever");
        browser.forgetAll();
        assertThat(redirect(byPasskey())).isEqualTo("/agents");
        assertThat(browser.get("/agents/compte")).hasStatusOk();
        assertThat(Answer.page(browser.get(MINE)).select("tbody tr").text()).doesNotContain("Jamais");
    }

    @Test
    void aPageThatWasAskedForIsShownAfterwards() {
        signIn();
        add("Clé");
        browser.forgetAll();
        browser.get("/agents/nouvelle");

        assertThat(redirect(byPasskey())).endsWith("/agents/nouvelle");
    }

    @Test
    void afterThePasswordItIsTheSecondStep() {
        signIn();
        add("Clé");
        browser.forgetAll();

        assertThat(redirect(signIn())).isEqualTo("/connexion/code");
        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion/code");
        var page = Answer.page(browser.get("/connexion/code"));
        assertThat(page.select("form[action=/connexion/cle]")).hasSize(1);
        assertThat(page.text()).contains("Un de vos codes de secours").doesNotContain("de votre application");
        device.verifies = false;
        assertThat(redirect(byPasskey())).isEqualTo("/agents");
    }

    @Test
    void aRecoveryCodeReplacesIt() {
        signIn();
        var code = Answer.page(add("Clé")).expectFirst(".app-codes code").text();
        browser.forgetAll();
        signIn();

        assertThat(redirect(browser.post("/connexion/code", "code", code))).isEqualTo("/agents");
    }

    @Test
    void aDeviceThatDoesNotVerifyIsNoPassword() {
        signIn();
        add("Clé");
        browser.forgetAll();
        device.verifies = false;

        assertThat(redirect(byPasskey())).isEqualTo("/connexion?cle=refused");
        assertThat(body(browser.get("/connexion?cle=refused"))).contains("Cette clé d’accès n’ouvre pas de compte ici");
        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void anAnswerOfAnotherBrowserIsRefused() {
        signIn();
        add("Clé");
        browser.forgetAll();
        var answer = device.use(options(browser.post("/connexion/cle")));
        browser.forgetAll();

        assertThat(redirect(send("/connexion/cle/reponse", answer))).isEqualTo("/connexion?cle=late");
    }

    @Test
    void whoMustHaveASecondFactorAddsItOnTheWayIn() {
        account = open(Role.ADMINISTRATOR);
        signIn();
        assertThat(Answer.page(browser.get("/connexion/second-facteur"))
                        .expectFirst("main a[href=/connexion/second-facteur/cle]")
                        .text())
                .contains("clé d’accès");
        assertThat(redirect(browser.get(MINE + "/cle"))).isEqualTo("/connexion/code");

        var made = device.make(options(browser.post("/connexion/second-facteur/cle", "name", "Clé")));
        made.put("name", "Clé");
        var codes = Answer.page(send("/connexion/second-facteur/cle/reponse", made));

        assertThat(codes.select(".app-codes li")).hasSize(10);
        assertThat(browser.get("/administration")).hasStatusOk();
    }

    @Test
    void whoHasOneDoesNotAddAnotherOnTheWayIn() {
        signIn();
        add("Clé");
        browser.forgetAll();
        signIn();

        assertThat(redirect(browser.post("/connexion/second-facteur/cle", "name", "Clé")))
                .isEqualTo("/connexion/code");
        assertThat(redirect(browser.get("/connexion/second-facteur"))).isEqualTo("/connexion/code");
    }

    @Test
    void theLastSecondFactorOfWhoMustHaveOneIsKept() {
        signIn();
        add("Clé");
        rule("everybody");

        assertThat(body(remove())).contains("c’est votre dernier");
        assertThat(body(browser.get(MINE))).contains("Enlever");

        rule("administrators");
        assertThat(redirect(remove())).isEqualTo("/agents/compte?fait");
        assertThat(facts()).endsWith("passkey_added", "passkey_removed");
        browser.forgetAll();
        assertThat(redirect(signIn())).isEqualTo("/agents");
    }

    @Test
    void anApplicationBesideItMayTakeItsPlace() {
        signIn();
        add("Clé");
        rule("everybody");
        var secret = Answer.page(browser.get(MINE + "/application"))
                .expectFirst(".app-secret")
                .text();
        assertThat(body(browser.post(MINE + "/application", "code", Telephone.code(secret, Instant.now()))))
                .contains("Gardez vos codes de secours");

        assertThat(redirect(remove())).isEqualTo(MINE + "?fait");
        assertThat(body(browser.get(MINE))).contains("Une application donne des codes");
    }

    @Test
    void itIsShownAgainBeforeAChange() {
        signIn();
        add("Clé");
        var other = new SecurityKey(device.origin);
        forgetThatItWasShown();

        assertThat(redirect(remove())).isEqualTo(MINE + "/preuve");
        assertThat(redirect(browser.post(MINE, "acte", "codes"))).isEqualTo(MINE + "/preuve");
        assertThat(redirect(browser.get(MINE + "/application"))).isEqualTo(MINE + "/preuve");
        assertThat(redirect(browser.get(MINE + "/cle"))).isEqualTo(MINE + "/preuve");
        assertThat(redirect(browser.post(MINE + "/cle", "name", "Autre"))).isEqualTo(MINE + "/preuve");
        assertThat(body(browser.post(MINE + "/preuve", "code", "000000"))).contains("Ce code n’est pas le bon");
        var answer = device.use(options(browser.post(MINE + "/preuve/cle")));
        assertThat(redirect(send(MINE + "/preuve/cle/reponse", answer))).isEqualTo(MINE);
        assertThat(redirect(send(MINE + "/preuve/cle/reponse", answer))).isEqualTo(MINE + "/preuve?cle=late");

        var made = other.make(options(browser.post(MINE + "/cle", "name", "Autre")));
        made.put("name", "Autre");
        assertThat(redirect(send(MINE + "/cle/reponse", made))).isEqualTo(MINE + "?fait");
    }

    @Test
    void theFirstOneOfADeskLeftOpenIsNotAskedForMoreAndTheHolderIsTold() {
        signIn();
        forgetThatItWasShown();
        add("Clé");

        assertThat(facts()).containsExactly("passkey_added");
        assertThat(mails()).singleElement().asString().contains("Une clé d’accès a été ajoutée", email);
    }

    @Test
    void aNameIsNeededAndWhatWasTypedStays() {
        signIn();

        assertThat(body(browser.post(MINE + "/cle", "name", " "))).contains("Donnez un nom à cette clé");
        assertThat(body(browser.post(MINE + "/cle", "name", "n".repeat(61)))).contains("Donnez un nom à cette clé");
        var made = device.make(options(browser.post(MINE + "/cle", "name", "<Clé>")));
        made.put("name", "<Clé>");
        made.put("attestation", "AA");
        var again = send(MINE + "/cle/reponse", made);
        assertThat(body(again)).contains("Votre appareil n’a pas donné de clé qui serve ici");
        assertThat(Answer.typed(again, "name")).isEqualTo("<Clé>");
    }

    @Test
    void oneThatIsThereAlreadyIsSaidToBe() {
        signIn();
        add("Clé");

        assertThat(body(add("Encore"))).contains("Cet appareil a déjà une clé d’accès");
    }

    @Test
    void aCounterThatWentBackIsRecordedAndTold() {
        signIn();
        add("Clé");
        device.count = 9;
        browser.forgetAll();
        byPasskey();
        device.count = 1;
        browser.forgetAll();

        assertThat(redirect(byPasskey())).isEqualTo("/connexion?cle=went_back");

        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
        assertThat(facts()).endsWith("passkey_went_back");
        assertThat(mails().getLast()).contains("cette clé a peut-être été copiée");
    }

    @Test
    void anAdministratorsResetForgetsThem() {
        signIn();
        add("Clé");

        manage.resetSecondFactor(staff.agent(Role.ADMINISTRATOR), account);

        browser.forgetAll();
        assertThat(redirect(byPasskey())).isEqualTo("/connexion?cle=refused");
        assertThat(redirect(signIn())).isEqualTo("/agents");
        assertThat(mails().getLast()).contains("réinitialisé");
    }

    @Test
    void whoHasLeftIsNotLetIn() {
        signIn();
        add("Clé");
        browser.forgetAll();
        jdbc.sql("update ground.account set closed_at = now() where id = ?")
                .param(account.value())
                .update();

        assertThat(redirect(byPasskey())).isEqualTo("/connexion?cle=refused");
    }

    @Test
    void onlyThePageThatAsksTheBrowserHasAScriptAndSaysHowToGoOnWithout() {
        var asks = browser.post("/connexion/cle");
        var page = Answer.page(asks);

        assertThat(asks.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.expectFirst("script").attr("src")).startsWith("/assets/passkey.js?v=");
        assertThat(page.expectFirst("script").data()).isEmpty();
        assertThat(page.expectFirst("main [role=status]").text()).contains("Continuez sans clé");
        assertThat(page.expectFirst("main > p a").attr("href")).isEqualTo("/connexion");
        for (var address : List.of("/connexion", "/connexion/oubli", "/", "/assets/passkey.js")) {
            assertThat(browser.get(address).getResponse().getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("script-src");
        }
    }

    @Test
    void whoComesToTheseAddressesWithoutAFormBeginsAgain() {
        assertThat(redirect(browser.get("/connexion/cle"))).isEqualTo("/connexion");
        assertThat(redirect(browser.get("/connexion/cle/reponse"))).isEqualTo("/connexion");
        assertThat(browser.get("/connexion/second-facteur/cle")).hasStatus(404);
    }

    @Test
    void theScriptIsSmallAndLoadsNothing() {
        var script = body(browser.get("/assets/passkey.js"));

        assertThat(script.length()).isLessThan(3_000);
        assertThat(script).doesNotContain("http", "innerHTML", "eval", "import", "fetch", "localStorage", "cookie");
    }

    private void rule(String from) {
        jdbc.sql("update ground.access_rules set second_factor = ?").param(from).update();
    }

    private void forgetThatItWasShown() {
        jdbc.sql("delete from ground.session_attributes where attribute_name = 'proof-shown-at'")
                .update();
    }

    private MvcTestResult add(String name) {
        var made = device.make(options(browser.post(MINE + "/cle", "name", name)));
        made.put("name", name);
        return send(MINE + "/cle/reponse", made);
    }

    private MvcTestResult byPasskey() {
        return send("/connexion/cle/reponse", device.use(options(browser.post("/connexion/cle"))));
    }

    private MvcTestResult remove() {
        var id = jdbc.sql("select id from ground.passkey where account_id = ?")
                .param(account.value())
                .query(String.class)
                .single();
        return browser.post(MINE, "enlever", id);
    }

    private static String options(MvcTestResult page) {
        return Answer.page(page).expectFirst("[data-passkey]").attr("data-options");
    }

    private MvcTestResult send(String address, Map<String, String> answer) {
        var fields = new ArrayList<String>();
        answer.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return browser.post(address, fields.toArray(String[]::new));
    }

    private List<String> facts() {
        return staffHistory.of(account.value()).stream()
                .map(told -> told.kind())
                .toList();
    }

    private List<String> mails() {
        return jdbc.sql("select message::text from staff.outbox where subject_id = ? order by due_at, id")
                .param(account.value())
                .query(String.class)
                .list();
    }

    private AccountId open(Role role) {
        email = UUID.randomUUID() + "@demo.example";
        return ((OpenAccount.Opened) openAccount.open(new OpenAccount.NewAccount(email, "Ada", PASSWORD, Set.of(role))))
                .id();
    }

    private MvcTestResult signIn() {
        return browser.signIn(email, PASSWORD);
    }
}
