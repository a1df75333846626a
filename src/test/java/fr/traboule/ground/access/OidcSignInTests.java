package fr.traboule.ground.access;

import static fr.traboule.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.Answer;
import fr.traboule.MockBrowser;
import fr.traboule.WholeProgramTest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in by a provider that follows the standard, and by the same when it lies. */
@WholeProgramTest
class OidcSignInTests {

    private static final TestProvider PROVIDER = TestProvider.start(false);

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("traboule.base-url", () -> "https://ville.example");
        registry.add("traboule.oidc.issuer", PROVIDER::issuer);
        registry.add("traboule.oidc.client-id", () -> TestProvider.CLIENT);
        registry.add("traboule.oidc.client-secret", () -> TestProvider.SECRET);
        registry.add("traboule.oidc.name", () -> "le compte de la Ville");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Autowired
    OpenAccount openAccount;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final MockBrowser browser;
    private String email = "";

    OidcSignInTests(@Autowired MockMvcTester mvc) {
        browser = new MockBrowser(mvc);
    }

    @BeforeEach
    void invited() {
        PROVIDER.state().person = UUID.randomUUID().toString();
        email = UUID.randomUUID() + "@demo.example";
        PROVIDER.state().lie = TestProvider.Lie.NONE;
        PROVIDER.state().email = email;
        PROVIDER.state().emailVerified = true;
        openAccount.open(new OpenAccount.NewAccount(email, "Ada", Optional.empty(), Set.of(Role.CASE_OFFICER)));
    }

    @Test
    void thePageOffersIt() {
        assertThat(Answer.page(browser.get("/connexion"))
                        .expectFirst("a[href=/connexion/fournisseur/agents]")
                        .text())
                .isEqualTo("Se connecter avec le compte de la Ville");
    }

    @Test
    void whoWasInvitedIsLetIn() {
        assertThat(redirect(signIn())).isEqualTo("/agents");

        assertThat(Answer.body(browser.get("/agents/compte"))).contains(email);
    }

    @Test
    void theRequestHasWhatKeepsOthersOut() {
        var asked = UriComponentsBuilder.fromUriString(redirect(browser.get("/connexion/fournisseur/agents")))
                .build()
                .getQueryParams();

        assertThat(asked.getFirst("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(asked.getFirst("nonce")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.getFirst("redirect_uri")).isEqualTo("https://ville.example/connexion/retour/agents");
        assertThat(asked.getFirst("response_type")).isEqualTo("code");
    }

    @ParameterizedTest
    @EnumSource(value = TestProvider.Lie.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aTokenThatLiesIsRefused(TestProvider.Lie lie) {
        PROVIDER.state().lie = lie;

        assertThat(redirect(signIn())).isEqualTo("/connexion?echec");

        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void aCodeIsGoodOnce() {
        var back = visit();
        assertThat(redirect(comeBack(back))).isEqualTo("/agents");

        assertThat(redirect(comeBack(back))).isEqualTo("/connexion?echec");
    }

    @Test
    void aCodeOfAnotherBrowserIsRefused() {
        var back = visit();
        browser.forgetAll();
        browser.get("/connexion/fournisseur/agents");

        assertThat(redirect(comeBack(back))).isEqualTo("/connexion?echec");
    }

    @Test
    void anInventedCodeIsRefused() {
        var back = UriComponentsBuilder.fromUri(visit())
                .replaceQueryParam("code", "invented")
                .build()
                .toUri();

        assertThat(redirect(comeBack(back))).isEqualTo("/connexion?echec");
    }

    @Test
    void whoWasNotInvitedIsToldWhatToDo() {
        PROVIDER.state().email = "stranger@demo.example";

        assertThat(redirect(signIn())).isEqualTo("/connexion?inconnu");

        assertThat(Answer.body(browser.get("/connexion?inconnu"))).contains("Demandez une invitation");
        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void anAddressThatTheProviderDoesNotVouchForOpensNothing() {
        PROVIDER.state().emailVerified = false;

        assertThat(redirect(signIn())).isEqualTo("/connexion?inconnu");
    }

    @Test
    void onceKnownItIsTheProvidersNameForThemThatCounts() {
        signIn();
        browser.forgetAll();
        PROVIDER.state().email = "new.address@demo.example";

        assertThat(redirect(signIn())).isEqualTo("/agents");
        assertThat(Answer.body(browser.get("/agents/compte"))).contains(email);
    }

    @Test
    void whoHasLeftIsNotLetInAgain() {
        signIn();
        browser.forgetAll();
        jdbc.sql("update ground.account set closed_at = now() where email = ?")
                .param(email)
                .update();

        assertThat(redirect(signIn())).isEqualTo("/connexion?inconnu");
    }

    @Test
    void aPageThatWasAskedForIsShownAfterwards() {
        browser.get("/agents/nouvelle");

        assertThat(redirect(signIn())).endsWith("/agents/nouvelle");
    }

    private MvcTestResult signIn() {
        return comeBack(visit());
    }

    private URI visit() {
        return PROVIDER.visit(redirect(browser.get("/connexion/fournisseur/agents")));
    }

    private MvcTestResult comeBack(URI back) {
        assertThat(back.toString()).startsWith("https://ville.example/connexion/retour/agents?");
        return browser.get(back.toString());
    }
}
