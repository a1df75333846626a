package fr.traboule.staff;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.Telephone;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.access.Sessions;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** As Spring Session calls it where there is no server to configure. */
    private static final String SESSION = "SESSION";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    OpenAccount openAccount;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient jdbc;

    private final List<Cookie> jar = new ArrayList<>();
    private String email = "";
    private AccountId account;
    private String place = "192.0.2.17";

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
        assertThat(get("/agents/compte")).hasStatusOk();
    }

    @Test
    void withOneTheDeskIsShutUntilTheCode() {
        var secret = setUp();
        jar.clear();

        assertThat(redirect(signIn())).isEqualTo("/connexion/code");
        assertThat(redirect(get("/agents/compte"))).isEqualTo("/connexion/code");
        assertThat(post("/agents/compte/sessions", "session", "autres")).hasStatus(401);
        assertThat(body(post("/connexion/code", "code", "000000"))).contains("Ce code n’est pas le bon");

        var before = cookie(SESSION);
        assertThat(redirect(post("/connexion/code", "code", code(secret, 1)))).isEqualTo("/agents");

        assertThat(cookie(SESSION)).isNotEqualTo(before);
        assertThat(get("/agents/compte")).hasStatusOk();
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneWaits() {
        var secret = setUp();
        jar.clear();
        signIn();
        for (var attempt = 0; attempt < 5; attempt++) {
            post("/connexion/code", "code", "00000" + attempt);
        }

        assertThat(body(post("/connexion/code", "code", code(secret, 1)))).contains("Trop d’essais");
    }

    @Test
    void whoMustHaveASecondFactorSetsItUpOnTheWayIn() {
        account = open(Role.ADMINISTRATOR);

        assertThat(redirect(signIn())).isEqualTo("/connexion/code");
        assertThat(redirect(get("/connexion/code"))).isEqualTo("/connexion/second-facteur");
        var secret = secretOn(get("/connexion/second-facteur"));
        assertThat(redirect(get("/administration"))).isEqualTo("/connexion/code");

        assertThat(body(post("/connexion/second-facteur", "code", "123456"))).contains("Ce code n’est pas le bon");
        var codes = Answer.page(post("/connexion/second-facteur", "code", code(secret, 0)));

        assertThat(codes.select(".app-codes li")).hasSize(10);
        assertThat(get("/administration")).hasStatusOk();
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        var recovery = setUpAndKeepRecoveryCode();
        jar.clear();
        signIn();
        assertThat(redirect(post("/connexion/code", "code", recovery))).isEqualTo("/agents");

        jar.clear();
        signIn();
        assertThat(body(post("/connexion/code", "code", recovery))).contains("Ce code n’est pas le bon");
    }

    @Test
    void aThousandMachinesThatGuessShutOutStrangersAndNotWhoseAccountItIs() {
        signIn();
        var device = cookie("appareil");
        jar.clear();
        for (var machine = 0; machine < 120; machine++) {
            place = "198.51.100." + machine;
            signIn(email, "guess " + machine);
        }

        place = "203.0.113.5";
        assertThat(signIn().getResponse().getForwardedUrl()).isEqualTo("/connexion/attente");

        jar.add(new Cookie("appareil", device));
        assertThat(redirect(signIn())).isEqualTo("/agents");
    }

    @Test
    void aDeviceOfAnotherAccountIsAStranger() {
        signIn();
        var device = cookie("appareil");
        var other = email;
        account = open(Role.CASE_OFFICER);
        jar.clear();
        for (var attempt = 0; attempt < 5; attempt++) {
            signIn(email, "wrong");
        }

        jar.add(new Cookie("appareil", device));
        assertThat(signIn().getResponse().getForwardedUrl()).isEqualTo("/connexion/attente");
        assertThat(other).isNotEqualTo(email);
    }

    @Test
    void whoIsClosedIsOutAtTheNextPage() {
        signIn();
        jdbc.sql("update ground.account set closed_at = now() where id = ?")
                .param(account.value())
                .update();

        assertThat(redirect(get("/agents/compte"))).isEqualTo("/connexion");
        assertThat(redirect(get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void rolesCountFromTheNextPageOn() {
        signIn();
        assertThat(get("/administration/comptes")).hasStatus(403);

        accounts.change(account, 0, "Ada", Set.of(Role.ADMINISTRATOR));

        assertThat(get("/administration/comptes")).hasStatusOk();
    }

    @Test
    void noSessionLastsLongerThanTheRule() {
        signIn();
        jdbc.sql("update ground.session set creation_time = creation_time - 13 * 3600 * 1000 where principal_name = ?")
                .param(account.value().toString())
                .update();

        assertThat(redirect(get("/agents/compte"))).isEqualTo("/connexion");
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
        var elsewhere = cookie(SESSION);
        jar.clear();
        signIn();

        var page = Answer.page(get("/agents/compte"));
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tbody").text()).contains("Firefox, Linux", "Cet appareil");

        assertThat(redirect(post("/agents/compte/sessions", "session", "autres")))
                .isEqualTo("/agents/compte?fait");

        assertThat(sessions.of(account)).hasSize(1);
        assertThat(get("/agents/compte")).hasStatusOk();
        jar.clear();
        jar.add(new Cookie(SESSION, elsewhere));
        assertThat(redirect(get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void changingThePasswordAsksForTheOldOneAndEndsTheOtherSessions() {
        signIn();
        jar.clear();
        signIn();

        assertThat(body(post("/agents/compte/mot-de-passe", "old", "wrong", "password", "another long enough phrase")))
                .contains("Ce n’est pas votre mot de passe actuel");
        assertThat(body(post("/agents/compte/mot-de-passe", "old", PASSWORD, "password", "short")))
                .contains("Choisissez un mot de passe d’au moins 12");
        assertThat(redirect(
                        post("/agents/compte/mot-de-passe", "old", PASSWORD, "password", "another long enough phrase")))
                .isEqualTo("/agents/compte?fait");

        assertThat(sessions.of(account)).hasSize(1);
        jar.clear();
        assertThat(redirect(signIn(email, "another long enough phrase"))).isEqualTo("/agents");
    }

    @Test
    void whoIsHalfInAndIsClosedMeanwhileGetsNoFurther() {
        var secret = setUp();
        jar.clear();
        signIn();
        jdbc.sql("update ground.account set closed_at = now() where id = ?")
                .param(account.value())
                .update();

        assertThat(redirect(post("/connexion/code", "code", code(secret, 1)))).isEqualTo("/connexion");
    }

    private String setUp() {
        signIn();
        var secret = secretOn(get("/agents/compte/second-facteur"));
        assertThat(post("/agents/compte/second-facteur", "code", code(secret, 0)))
                .hasStatusOk();
        return secret;
    }

    private String setUpAndKeepRecoveryCode() {
        signIn();
        var secret = secretOn(get("/agents/compte/second-facteur"));
        return Answer.page(post("/agents/compte/second-facteur", "code", code(secret, 0)))
                .expectFirst(".app-codes code")
                .text();
    }

    private static String secretOn(MvcTestResult page) {
        return Answer.page(page).expectFirst(".app-number").text();
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
        return signIn(email, PASSWORD);
    }

    private MvcTestResult signIn(String address, String password) {
        return post("/connexion", "email", address, "password", password);
    }

    private MvcTestResult get(String address) {
        return kept(mvc.get().uri(address).cookie(cookies()).exchange());
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).cookie(cookies()).with(csrf());
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return kept(
                request.header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                        .with(sent -> {
                            sent.setRemoteAddr(place);
                            return sent;
                        })
                        .exchange());
    }

    private Cookie[] cookies() {
        return jar.isEmpty() ? new Cookie[] {new Cookie("none", "none")} : jar.toArray(Cookie[]::new);
    }

    private MvcTestResult kept(MvcTestResult answer) {
        Arrays.stream(answer.getResponse().getCookies()).forEach(cookie -> {
            jar.removeIf(known -> known.getName().equals(cookie.getName()));
            if (cookie.getMaxAge() != 0) {
                jar.add(new Cookie(cookie.getName(), cookie.getValue()));
            }
        });
        return answer;
    }

    private String cookie(String name) {
        return jar.stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .map(Cookie::getValue)
                .orElseThrow();
    }
}
