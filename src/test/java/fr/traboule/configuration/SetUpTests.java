package fr.traboule.configuration;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.MockBrowser;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.AccessRuleBook;
import fr.traboule.ground.access.AccessRules;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.ground.access.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A city that is no demonstration, from nothing, on pages alone. */
@WholeProgramTest
@TestPropertySource(properties = "traboule.start.empty=true")
class SetUpTests {

    private static final String SET_UP = "/administration/ville/mise-en-place";
    private static final String PASSWORD = "a long enough password";

    @Autowired
    OpenAccount openAccount;

    @Autowired
    AccessRuleBook accessRules;

    private final MockBrowser browser;

    SetUpTests(@Autowired MockMvcTester mvc) {
        browser = new MockBrowser(mvc);
        browser.moveTo("127.0.0.1");
    }

    @Test
    void aCityIsMadeFromThePagesAndServesItsResidents() {
        signIn();
        assertThat(redirect(browser.get("/administration/ville/city/fiche"))).isEqualTo(SET_UP);

        var wrong = browser.post(SET_UP, "name", "", "code", "691", "phone", "04 00 00 00 00");
        assertThat(page(wrong).select(".govuk-error-summary li")).hasSize(3);
        assertThat(page(wrong).expectFirst("#phone").attr("value")).isEqualTo("04 00 00 00 00");

        var change = redirect(browser.post(
                SET_UP, "name", "Saint-Essai", "code", "01999", "zone", "B", "languages", "en", "starter", "yes"));
        assertThat(body(browser.get(change))).contains("Saint-Essai", "Rien n’est encore changé");
        assertThat(redirect(browser.post(change, "version", "0", "when", "now")))
                .endsWith("?fait");

        var home = browser.get("/");
        assertThat(home).hasStatusOk();
        assertThat(page(home).title()).endsWith(" – Saint-Essai");
        assertThat(page(home).select(".app-languages [lang]").eachAttr("lang")).containsExactly("fr", "en");
        assertThat(browser.get("/demarches/lampadaire-eteint")).hasStatusOk();
        assertThat(body(browser.get("/demarches"))).doesNotContainIgnoringCase("lyon");
        assertThat(page(browser.get(SET_UP)).select("ol li .govuk-tag--green").size())
                .isBetween(3, 8);
    }

    private void signIn() {
        var rules = accessRules.current();
        accessRules.change(
                new AccessRules(AccessRules.RequiredFrom.OFFERED, rules.idle(), rules.longest(), rules.version()));
        openAccount.open(new OpenAccount.NewAccount(
                "premiere@saint-essai.example", "Ada Essai", PASSWORD, Set.of(Role.ADMINISTRATOR)));
        browser.signIn("premiere@saint-essai.example", PASSWORD);
    }
}
