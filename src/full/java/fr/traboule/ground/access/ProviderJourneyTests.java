package fr.traboule.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import fr.traboule.journeys.Chromium;
import fr.traboule.start.StartedProgram;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming and leaving by a real identity provider with a real browser, whose policies allow less than tests do. */
@Tag("full")
class ProviderJourneyTests {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeavesIsAskedForAPasswordAgain(boolean script, @TempDir Path folder) throws Exception {
        try (var provider = TestProvider.start(true);
                var program = StartedProgram.start(
                        folder.resolve("data"),
                        Map.of(
                                "TRABOULE_OIDC_KIND",
                                "proconnect",
                                "TRABOULE_OIDC_NAME",
                                "ProConnect",
                                "TRABOULE_OIDC_ISSUER",
                                provider.issuer(),
                                "TRABOULE_OIDC_CLIENT_ID",
                                TestProvider.CLIENT,
                                "TRABOULE_OIDC_CLIENT_SECRET",
                                TestProvider.SECRET));
                var chromium = new Chromium()) {
            provider.state().client = program.url();
            provider.state().email = "accueil@demo.example";
            var page = chromium.open(new Browser.NewContextOptions()
                            .setBaseURL(program.url())
                            .setJavaScriptEnabled(script))
                    .newPage();

            page.navigate("/agents");
            page.locator("main a[href='/connexion/fournisseur/agents']").click();
            page.locator("input[name=username]").fill("somebody");
            page.locator("input[name=password]").fill("password");
            page.locator("button[type=submit]").click();
            page.waitForURL(program.url() + "/agents**");
            page.locator("footer form button").click();
            page.waitForURL(program.url() + "/connexion?sorti");
            assertThat(page.locator("main").innerText()).contains("ici et chez votre fournisseur d’identité");

            page.locator("main a[href='/connexion/fournisseur/agents']").click();
            assertThat(page.url()).startsWith(provider.issuer() + "/login");
        }
    }
}
