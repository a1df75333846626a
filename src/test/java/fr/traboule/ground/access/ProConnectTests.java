package fr.traboule.ground.access;

import static fr.traboule.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.MockBrowser;
import fr.traboule.WholeProgramTest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;

/** Where ProConnect differs: it says who somebody is in a signed token, and wants exactly the parameters that it knows. */
@WholeProgramTest
class ProConnectTests {

    private static final TestProvider PROVIDER = TestProvider.start(true);

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

    private final MockBrowser browser;

    ProConnectTests(@Autowired MockMvcTester mvc) {
        browser = new MockBrowser(mvc);
    }

    @BeforeEach
    void invited() {
        PROVIDER.state().person = UUID.randomUUID().toString();
        var email = UUID.randomUUID() + "@demo.example";
        PROVIDER.state().email = email;
        PROVIDER.state().userInfoLie = TestProvider.UserInfoLie.NONE;
        openAccount.open(new OpenAccount.NewAccount(email, "Ada", Optional.empty(), Set.of(Role.CASE_OFFICER)));
    }

    @Test
    void itIsAskedForWhatItKnowsAndNothingElse() {
        var asked = UriComponentsBuilder.fromUriString(redirect(browser.get("/connexion/fournisseur/agents")))
                .build()
                .getQueryParams();

        assertThat(asked.keySet())
                .containsExactlyInAnyOrder(
                        "response_type", "client_id", "scope", "state", "redirect_uri", "nonce", "acr_values");
        assertThat(asked.get("acr_values")).isEqualTo(List.of("eidas1"));
        assertThat(Objects.requireNonNull(asked.getFirst("scope")).split("%20"))
                .containsExactlyInAnyOrder("openid", "given_name", "usual_name", "email", "siret");
    }

    @Test
    void aSignedAnswerIsRead() {
        assertThat(signIn()).isEqualTo("/agents");
    }

    @ParameterizedTest
    @EnumSource(value = TestProvider.UserInfoLie.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void anAnswerThatLiesIsRefused(TestProvider.UserInfoLie lie) {
        PROVIDER.state().userInfoLie = lie;

        assertThat(signIn()).isEqualTo("/connexion?echec");
    }

    private String signIn() {
        var back = PROVIDER.visit(redirect(browser.get("/connexion/fournisseur/agents")));
        return redirect(browser.get(back.toString()));
    }
}
