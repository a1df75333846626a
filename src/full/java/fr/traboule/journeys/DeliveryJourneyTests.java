package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import fr.traboule.web.Language;
import org.junit.jupiter.api.Test;

/** What is promised by letter or by telephone is handed over: it waits in sight until somebody says that it is done. */
@JourneyTest
class DeliveryJourneyTests {

    private static final double MILLIMETRE = 96 / 25.4;

    private final String name = "Simone " + Walks.mark();

    @Test
    void aLetterThatIsPromisedOnTheTelephoneIsPrintedAndPosted(RunningCity city) {
        try (var agent = city.person(Language.FR);
                var officer = city.person(Language.FR);
                var resident = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            agent.goTo("/agents/nouvelle");
            agent.choose("channel", "PHONE");
            agent.type("description", "La lampe devant chez elle est éteinte");
            Walks.sayWhatAndWhere(agent, "lampadaire", "lampadaire-eteint");
            Walks.sayWhereToWrite(agent, name);
            agent.send();
            var given = Walks.given(agent);

            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
            assertThat(officer.text()).contains("À poster – Accusé de réception", "Un courrier sera à poster");
            officer.press("form[action$='/poste'] button");
            assertThat(officer.text())
                    .contains("C’est noté dans l’historique de la demande", "Courrier posté")
                    .doesNotContain("À poster – Accusé");
            Walks.answer(officer, "Madame, la lampe est changée.");

            officer.goTo("/agents");
            officer.press("main a[href='/agents/courriers-et-appels']");
            officer.press(rowOf(name) + " a");
            assertThat(officer.text(".app-letter"))
                    .contains(
                            "Réponse à votre demande " + given.number(), "Madame, la lampe est changée.", given.code());
            requireAddressInTheWindow(officer.page());

            officer.pressNamed("Courrier posté");
            assertThat(officer.at()).isEqualTo("/agents/courriers-et-appels");
            assertThat(officer.text()).contains("C’est noté").doesNotContain(name);

            Walks.open(officer, given);
            assertThat(officer.text("ol.app-timeline > li:last-child")).contains("Courrier posté", "Paul Ferrand");
            Walks.follow(resident, given);
            assertThat(resident.text()).contains("Madame, la lampe est changée.", "Courrier posté");
        }
    }

    /** On paper: nothing but the letter, its address where the envelope has its window. */
    private static void requireAddressInTheWindow(Page page) {
        var size = page.viewportSize();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize((int) (170 * MILLIMETRE), 1000);
        assertThat(page.locator("body").innerText())
                .startsWith("Lyon")
                .doesNotContain("Courriers et appels", "Espace des agents");
        var address = page.locator(".app-letter__to").boundingBox();
        assertThat(address.y / MILLIMETRE + 20)
                .as("from the top, in millimetres")
                .isBetween(44.0, 50.0);
        assertThat(address.x / MILLIMETRE + 20).as("from the left").isBetween(104.0, 110.0);
        assertThat(address.height / MILLIMETRE).isLessThan(40);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(size.width, size.height);
    }

    @Test
    void aCallInVainIsNotedAndWhoThenPrefersAnEmailGetsIt(RunningCity city) throws Exception {
        try (var agent = city.person(Language.FR);
                var officer = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            agent.goTo("/agents/nouvelle");
            agent.choose("channel", "PHONE");
            agent.type("description", "La lampe devant chez elle est éteinte");
            Walks.sayWhatAndWhere(agent, "lampadaire", "lampadaire-eteint");
            agent.choose("way", "PHONE");
            agent.type("contact.phone", "04 78 00 00 07");
            agent.send();
            var given = Walks.given(agent);

            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
            Walks.answer(officer, "La lampe est changée.");
            officer.pressNamed("Voir le numéro et quoi dire");
            assertThat(officer.text()).contains("04 78 00 00 07", "La lampe est changée.");
            officer.pressNamed("Pas de réponse");
            Walks.open(officer, given);
            assertThat(officer.text()).contains("1 appel sans réponse", "Appel sans réponse");

            var email = Walks.mark() + "@demo.example";
            officer.unfold("[id='contact.email']");
            officer.type("contact.email", email);
            officer.press("button[name=way][value=EMAIL]");
            assertThat(officer.text()).doesNotContain("À appeler");
            assertThat(city.mailFor(email, "Réponse à votre demande")
                            .getContent()
                            .toString())
                    .contains("La lampe est changée.");
        }
    }

    private static String rowOf(String name) {
        return "tr:has-text('%s')".formatted(name);
    }
}
