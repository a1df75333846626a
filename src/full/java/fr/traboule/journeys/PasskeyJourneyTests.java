package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.web.Language;
import org.junit.jupiter.api.Test;

/** A member of staff with a passkey, by keyboard, on a screen of 320 points, with the browser's own device. */
@JourneyTest
class PasskeyJourneyTests {

    private static final String BY_PASSKEY = "form[action='/connexion/cle'] button";
    private static final String SIGN_OUT = "footer form button";

    @Test
    void itIsAddedOpensTheDeskAloneAndBesideThePasswordAndIsRemoved(RunningCity city) throws Exception {
        try (var person = city.withScript(Language.FR)) {
            var email = Walks.chooseAPassword(person, city, Language.FR);
            new VirtualKey(person.page(), true);
            Walks.addAPasskey(person, "Mon ordinateur");
            assertThat(person.text()).contains("Gardez vos codes de secours");
            city.mailFor(email, "Une clé d’accès a été ajoutée");

            person.press(SIGN_OUT);
            person.goTo("/agents");
            person.pressUntil(BY_PASSKEY, "/agents");
            assertThat(person.text()).contains("Ada Essai");

            person.press(SIGN_OUT);
            person.goTo("/agents");
            person.type("email", email);
            person.type("password", "une phrase assez longue");
            person.send();
            assertThat(person.at()).isEqualTo("/connexion/code");
            person.pressUntil(BY_PASSKEY, "/agents");

            person.goTo("/agents/compte/second-facteur");
            assertThat(person.text()).contains("Mon ordinateur", "aujourd’hui");
            person.press("button[name=enlever]");
            assertThat(person.at()).isEqualTo("/agents/compte");
            city.mailFor(email, "Une clé d’accès a été enlevée");
        }
    }

    @Test
    void whenTheDeviceRefusesThePageSaysSoAndOneTriesAgain(RunningCity city) throws Exception {
        try (var person = city.withScript(Language.FR)) {
            Walks.chooseAPassword(person, city, Language.FR);
            var device = new VirtualKey(person.page(), true);
            Walks.addAPasskey(person, "Ma clé");
            person.press(SIGN_OUT);
            device.verifies(false);

            person.goTo("/connexion");
            person.press(BY_PASSKEY);
            person.page().locator("main button:focus").waitFor();
            assertThat(person.text("main [role=status]")).contains("Réessayez");
            assertThat(person.focused()).isEqualTo("Réessayer");
            device.verifies(true);
            person.pressUntil("main button[type=button]", "/agents");

            assertThat(person.at()).isEqualTo("/agents");
        }
    }

    @Test
    void aDeviceThatHasOneAlreadyIsToldApart(RunningCity city) throws Exception {
        try (var person = city.withScript(Language.FR)) {
            Walks.chooseAPassword(person, city, Language.FR);
            new VirtualKey(person.page(), true);
            Walks.addAPasskey(person, "Ma clé");

            person.goTo("/agents/compte/second-facteur/cle");
            person.type("name", "Encore");
            person.send();
            person.page().locator("main button:focus").waitFor();
            assertThat(person.text("main [role=status]")).contains("déjà une clé d’accès");
        }
    }

    @Test
    void withoutScriptThePageSaysHowToGoOn(RunningCity city) {
        try (var person = city.person(Language.FR)) {
            person.goTo("/connexion");
            person.press(BY_PASSKEY);

            assertThat(person.text()).contains("demande JavaScript", "Continuez sans clé");
            person.press("main > p a");
            assertThat(person.at()).isEqualTo("/connexion");
        }
    }
}
