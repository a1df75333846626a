package fr.traboule.ground.access;

import static fr.traboule.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.MockBrowser;
import fr.traboule.WholeProgramTest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Leaving through a real provider: it must forget who came. */
@WholeProgramTest
class ProviderSignOutTests {

    private static final TestProvider PROVIDER = TestProvider.start(true);
    private static final String PASSWORD = "a phrase that is long enough";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("traboule.base-url", () -> "https://ville.example");
        registry.add("traboule.oidc.kind", () -> "proconnect");
        registry.add("traboule.oidc.issuer", PROVIDER::issuer);
        registry.add("traboule.oidc.client-id", () -> TestProvider.CLIENT);
        registry.add("traboule.oidc.client-secret", () -> TestProvider.SECRET);
        registry.add("traboule.oidc.name", () -> "ProConnect");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Autowired
    OpenAccount openAccount;

    @Autowired
    JdbcClient jdbc;

    private final MockMvcTester mvc;
    private final MockBrowser browser;
    private String email = "";

    ProviderSignOutTests(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
        browser = new MockBrowser(mvc);
    }

    @BeforeEach
    void invited() {
        jdbc.sql("delete from ground.attempt").update();
        PROVIDER.state().person = UUID.randomUUID().toString();
        email = UUID.randomUUID() + "@demo.example";
        PROVIDER.state().email = email;
        openAccount.open(new OpenAccount.NewAccount(email, "Ada", Optional.of(PASSWORD), Set.of(Role.CASE_OFFICER)));
    }

    @Test
    void whoSignsOutHereIsSignedOutThere() {
        signIn();
        assertThat(PROVIDER.isSignedIn()).isTrue();

        var leaving = signOut();
        var back = PROVIDER.signOut(next(leaving));

        assertThat(PROVIDER.isSignedIn()).isFalse();
        assertThat(back.toString()).startsWith("https://ville.example/deconnexion/retour?state=");
        assertThat(redirect(browser.get(back.toString()))).isEqualTo("/connexion?sorti");
        assertThat(Answer.body(browser.get("/connexion?sorti"))).contains("ici et chez votre fournisseur d’identité");
        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void theProviderIsToldWhoLeavesWhereToAndWithWhatState() {
        signIn();

        var asked = UriComponentsBuilder.fromUriString(next(signOut())).build();

        assertThat(asked.getPath()).isEqualTo("/connect/logout");
        assertThat(asked.getQueryParams().keySet())
                .containsExactlyInAnyOrder("id_token_hint", "post_logout_redirect_uri", "state");
        assertThat(asked.getQueryParams().getFirst("id_token_hint")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(asked.getQueryParams().getFirst("state")).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void thePageGoesOnByItselfAndByALink() {
        signIn();

        var page = Answer.page(signOut());

        assertThat(page.expectFirst("h1").text()).isEqualTo("Vous êtes déconnecté ici");
        assertThat(page.expectFirst("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("0; url=" + page.expectFirst("main a").attr("href"));
        assertThat(page.expectFirst("main a").text()).isEqualTo("Continuer vers ProConnect");
    }

    @Test
    void theSessionIsOverHereWhateverBecomesOfTheRest() {
        signIn();
        var session = browser.cookie(MockBrowser.SESSION);
        browser.post("/deconnexion");

        browser.put(MockBrowser.SESSION, session);
        assertThat(redirect(browser.get("/agents/compte"))).isEqualTo("/connexion");
    }

    @Test
    void theTokenIsNowhereButInTheSession() {
        signIn();
        assertThat(keptTokens()).isEqualTo(1);

        browser.post("/deconnexion");

        assertThat(keptTokens()).isZero();
    }

    @Test
    void whoSignedInWithAPasswordIsNotSentAnywhere() {
        assertThat(redirect(browser.signIn(email, PASSWORD))).isEqualTo("/agents");

        assertThat(redirect(browser.post("/deconnexion"))).isEqualTo("/");
        assertThat(redirect(browser.post("/deconnexion/fournisseur"))).isEqualTo("/");
    }

    @Test
    void nobodyIsSentThereWithoutSigningOut() {
        signIn();

        assertThat(redirect(browser.post("/deconnexion/fournisseur"))).isEqualTo("/");

        assertThat(browser.get("/agents/compte")).hasStatusOk();
    }

    @Test
    void whoComesBackFromElsewhereIsToldNothing() {
        signIn();
        var back = PROVIDER.signOut(next(signOut()));
        browser.forgetAll();

        assertThat(redirect(browser.get(back.toString()))).isEqualTo("/connexion");
        assertThat(redirect(browser.get("/deconnexion/retour"))).isEqualTo("/connexion");
        assertThat(redirect(browser.get("/deconnexion/retour?state=invented"))).isEqualTo("/connexion");
    }

    private void signIn() {
        var back = PROVIDER.visit(redirect(browser.get("/connexion/fournisseur/agents")));
        assertThat(redirect(browser.get(back.toString()))).isEqualTo("/agents");
    }

    /** The server forwards inside; here the test carries what the request knows. */
    private MvcTestResult signOut() {
        var ended = browser.post("/deconnexion");
        assertThat(ended.getResponse().getForwardedUrl()).isEqualTo("/deconnexion/fournisseur");
        var leaving = mvc.post()
                .uri("/deconnexion/fournisseur")
                .with(csrf())
                .requestAttr(
                        "provider-session",
                        Objects.requireNonNull(ended.getRequest().getAttribute("provider-session")))
                .exchange();
        browser.put("sortie", Answer.cookie(leaving, "sortie").getValue());
        return leaving;
    }

    private static String next(MvcTestResult leaving) {
        var address = Answer.page(leaving).expectFirst("main a").attr("href");
        assertThat(URI.create(address).toString()).startsWith(PROVIDER.issuer());
        return address;
    }

    private int keptTokens() {
        return jdbc.sql("""
                        select count(*) from ground.session_attributes a
                          join ground.session s on s.primary_id = a.session_primary_id
                          join ground.account c on c.id::text = s.principal_name
                         where a.attribute_name = 'provider-session' and c.email = ?
                        """).param(email).query(Integer.class).single();
    }
}
