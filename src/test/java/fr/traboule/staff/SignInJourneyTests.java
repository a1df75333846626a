package fr.traboule.staff;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.Answer;
import fr.traboule.MockBrowser;
import fr.traboule.Telephone;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.access.Sessions;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signing in, step by step, with the browser's own cookies and the sessions of the database. */
@WholeProgramTest
class SignInJourneyTests {

    private static final String PASSWORD = "a phrase that is long enough";

    @Autowired
    OpenAccount openAccount;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient jdbc;

    private final MockBrowser browser;
    private String email = "";

    SignInJourneyTests(@Autowired MockMvcTester mvc) {
        browser = new MockBrowser(mvc);
    }

    private AccountId account;

    @BeforeEach
    void account() {
        jdbc.sql("delete from ground.attempt").update();
        jdbc.sql("update ground.access_rules set second_factor = 'administrators', longest_hours = 12")
                .update();
        account = open(Role.CASE_OFFICER);
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("update ground.access_rules set second_factor = 'offered', longest_hours = 12")
                .update();
    }

    @Test
    void withoutASecondFactorThePasswordIsEnough() {
        assertThat(redirect(signIn())).isEqualTo("/agents");
        assertThat(browser.get("/agents/compte")).hasStatusOk();
    }

    @Test
    void withOneTheDeskIsShutUntilTheCode() {
        var secret = setUp();
        browser.forgetAll();

        assertThat(redirect(signIn())).isEqualTo("/connexion/code");
        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion/code");
        assertThat(browser.post("/agents/compte/sessions", "session", "autres")).hasStatus(401);
        assertThat(body(browser.post("/connexion/code", "code", "000000"))).contains("Ce code n’est pas le bon");

        var before = browser.cookie(MockBrowser.SESSION);
        assertThat(redirect(browser.post("/connexion/code", "code", code(secret, 1))))
                .isEqualTo("/agents");

        assertThat(browser.cookie(MockBrowser.SESSION)).isNotEqualTo(before);
        assertThat(browser.get("/agents/compte")).hasStatusOk();
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneWaits() {
        var secret = setUp();
        browser.forgetAll();
        signIn();
        for (var attempt = 0; attempt < 5; attempt++) {
            browser.post("/connexion/code", "code", "00000" + attempt);
        }

        assertThat(body(browser.post("/connexion/code", "code", code(secret, 1))))
                .contains("Trop d’essais");
    }

    @Test
    void whoMustHaveASecondFactorSetsItUpOnTheWayIn() {
        account = open(Role.ADMINISTRATOR);

        assertThat(redirect(signIn())).isEqualTo("/connexion/code");
        assertThat(redirect(browser.get("/connexion/code"))).isEqualTo("/connexion/second-facteur");
        var secret = secretOn(browser.get("/connexion/second-facteur"));
        assertThat(redirect(browser.get("/administration"))).isEqualTo("/connexion/code");

        assertThat(body(browser.post("/connexion/second-facteur", "code", "123456")))
                .contains("Ce code n’est pas le bon");
        var codes = Answer.page(browser.post("/connexion/second-facteur", "code", code(secret, 0)));

        assertThat(codes.select(".app-codes li")).hasSize(10);
        assertThat(browser.get("/administration")).hasStatusOk();
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        var recovery = setUpAndKeepRecoveryCode();
        browser.forgetAll();
        signIn();
        assertThat(redirect(browser.post("/connexion/code", "code", recovery))).isEqualTo("/agents");

        browser.forgetAll();
        signIn();
        assertThat(body(browser.post("/connexion/code", "code", recovery))).contains("Ce code n’est pas le bon");
    }

    @Test
    void aThousandMachinesThatGuessShutOutStrangersAndNotWhoseAccountItIs() {
        signIn();
        var device = browser.cookie("appareil");
        browser.forgetAll();
        for (var machine = 0; machine < 120; machine++) {
            browser.moveTo("198.51.100." + machine);
            browser.signIn(email, "guess " + machine);
        }

        browser.moveTo("203.0.113.5");
        assertThat(signIn().getResponse().getForwardedUrl()).isEqualTo("/connexion/attente");

        browser.put("appareil", device);
        assertThat(redirect(signIn())).isEqualTo("/agents");
    }

    @Test
    void aDeviceOfAnotherAccountIsAStranger() {
        signIn();
        var device = browser.cookie("appareil");
        var other = email;
        account = open(Role.CASE_OFFICER);
        browser.forgetAll();
        for (var attempt = 0; attempt < 5; attempt++) {
            browser.signIn(email, "wrong");
        }

        browser.put("appareil", device);
        assertThat(signIn().getResponse().getForwardedUrl()).isEqualTo("/connexion/attente");
        assertThat(other).isNotEqualTo(email);
    }

    @Test
    void whoIsClosedIsOutAtTheNextPage() {
        signIn();
        jdbc.sql("update ground.account set closed_at = now() where id = ?")
                .param(account.value())
                .update();

        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void rolesCountFromTheNextPageOn() {
        signIn();
        assertThat(browser.get("/administration/comptes")).hasStatus(403);

        accounts.change(account, 0, "Ada", Set.of(Role.ADMINISTRATOR));

        assertThat(browser.get("/administration/comptes")).hasStatusOk();
    }

    @Test
    void noSessionLastsLongerThanTheRule() {
        signIn();
        jdbc.sql("update ground.session set creation_time = creation_time - 13 * 3600 * 1000 where principal_name = ?")
                .param(account.value().toString())
                .update();

        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
        assertThat(sessions.of(account)).isEmpty();
    }

    @Test
    void aSessionEndsAfterTheTimeOfTheRuleWithoutUse() {
        signIn();

        assertThat(jdbc.sql("select max_inactive_interval from ground.session where principal_name = ?")
                        .param(account.value().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3600);
    }

    @Test
    void oneSeesOnesSessionsAndEndsThoseElsewhere() {
        signIn();
        var elsewhere = browser.cookie(MockBrowser.SESSION);
        browser.forgetAll();
        signIn();

        var page = Answer.page(browser.get("/agents/compte"));
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tbody").text()).contains("Firefox, Linux", "Cet appareil");

        assertThat(redirect(browser.post("/agents/compte/sessions", "session", "autres")))
                .isEqualTo("/agents/compte?fait");

        assertThat(sessions.of(account)).hasSize(1);
        assertThat(browser.get("/agents/compte")).hasStatusOk();
        browser.forgetAll();
        browser.put(MockBrowser.SESSION, elsewhere);
        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void changingThePasswordAsksForTheOldOneAndEndsTheOtherSessions() {
        signIn();
        browser.forgetAll();
        signIn();

        assertThat(body(browser.post(
                        "/agents/compte/mot-de-passe", "old", "wrong", "password", "another long enough phrase")))
                .contains("Ce n’est pas votre mot de passe actuel");
        assertThat(body(browser.post("/agents/compte/mot-de-passe", "old", PASSWORD, "password", "short")))
                .contains("Choisissez un mot de passe d’au moins 12");
        assertThat(redirect(browser.post(
                        "/agents/compte/mot-de-passe", "old", PASSWORD, "password", "another long enough phrase")))
                .isEqualTo("/agents/compte?fait");

        assertThat(sessions.of(account)).hasSize(1);
        browser.forgetAll();
        assertThat(redirect(browser.signIn(email, "another long enough phrase")))
                .isEqualTo("/agents");
    }

    @Test
    void whoIsHalfInAndIsClosedMeanwhileGetsNoFurther() {
        var secret = setUp();
        browser.forgetAll();
        signIn();
        jdbc.sql("update ground.account set closed_at = now() where id = ?")
                .param(account.value())
                .update();

        assertThat(redirect(browser.post("/connexion/code", "code", code(secret, 1))))
                .isEqualTo("/connexion");
    }

    private String setUp() {
        signIn();
        var secret = secretOn(browser.get("/agents/compte/second-facteur"));
        assertThat(browser.post("/agents/compte/second-facteur", "code", code(secret, 0)))
                .hasStatusOk();
        return secret;
    }

    private String setUpAndKeepRecoveryCode() {
        signIn();
        var secret = secretOn(browser.get("/agents/compte/second-facteur"));
        return Answer.page(browser.post("/agents/compte/second-facteur", "code", code(secret, 0)))
                .expectFirst(".app-codes code")
                .text();
    }

    private static String secretOn(MvcTestResult page) {
        return Answer.page(page).expectFirst(".app-secret").text();
    }

    private static String code(String secret, int stepsAhead) {
        return Telephone.code(secret, Instant.now().plusSeconds(30L * stepsAhead));
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
