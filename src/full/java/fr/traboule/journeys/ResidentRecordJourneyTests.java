package fr.traboule.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.web.Language;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What the city keeps of somebody: because they wish it, right, in one place, and theirs to read. */
@JourneyTest
class ResidentRecordJourneyTests {

    private static final String WAY = "h2:has-text('Mode de réponse préféré') + p";

    private final String mark = Walks.mark();
    private final String phone = "06 99 " + twoDigits() + " " + twoDigits() + " " + twoDigits();

    @Test
    void twoRecordsOfOnePersonAreProposedWithReasonsMergedAndSeparated(RunningCity city) {
        try (var agent = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            begin(agent, "Colette " + mark);
            agent.send();
            assertThat(agent.text()).contains("Dites si la personne le souhaite ou si la loi le demande");
            consent(agent);
            assertThat(agent.text()).contains("La personne le souhaite", "Dit au guichet", "Fiche gardée");

            begin(agent, "Colete " + mark);
            agent.type("email", mark + "@demo.example");
            consent(agent);
            assertThat(agent.text())
                    .contains(
                            "Peut-être la même personne",
                            "Colette " + mark,
                            "même téléphone et nom proche",
                            "Le logiciel propose, vous décidez.");
            agent.pressNamed("Réunir les deux fiches");
            assertThat(agent.text())
                    .contains("Fiches réunies dans celle-ci", "Colette " + mark, "Colete " + mark)
                    .doesNotContain("Peut-être la même personne");
            agent.goTo("/agents/usagers?mots=" + mark);
            assertThat(agent.page().locator("main tbody tr").count()).isEqualTo(1);

            agent.press("main tbody a");
            agent.pressNamed("Séparer");
            assertThat(agent.text())
                    .contains("Une fiche réunie a été séparée", "Peut-être la même personne")
                    .doesNotContain("Fiches réunies dans celle-ci");
            agent.goTo("/agents/usagers?mots=" + mark);
            assertThat(agent.page().locator("main tbody tr").count()).isEqualTo(2);
        }
    }

    @Test
    void howToBeAnsweredChangesInOneClickAndServesTheNextTime(RunningCity city) {
        try (var agent = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            begin(agent, "Ernest " + mark);
            agent.type("email", mark + "@demo.example");
            consent(agent);
            assertThat(agent.text(WAY)).isEqualTo("Par téléphone");

            agent.press("button[name=way]:has-text('Par e-mail')");
            assertThat(agent.text(WAY)).isEqualTo("Par e-mail");
            assertThat(agent.text()).contains("Mode de réponse changé");

            fileFor(agent, "La fontaine de la place est en panne");
            assertThat(agent.text()).contains("Demande bien reçue");
            Walks.open(agent, Walks.given(agent));
            assertThat(agent.text()).contains("Réponse souhaitée", "Un e-mail", mark + "@demo.example");
        }
    }

    @Test
    void whatIsWrongIsCorrectedAndThePersonGetsAllThatIsKeptOfThem(RunningCity city) throws Exception {
        try (var agent = city.person(Language.FR);
                var protection = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            begin(agent, "Jane " + mark);
            consent(agent);
            var record = agent.at();
            agent.pressNamed("Corriger Jane");
            agent.type("value", "Jeanne " + mark);
            agent.send();
            assertThat(agent.text()).contains("Écrivez pourquoi");
            agent.type("reason", "Faute de frappe");
            agent.send();
            assertThat(agent.text("h1")).isEqualTo("Jeanne " + mark);
            assertThat(agent.text()).contains("Corrections", "Jane " + mark, "Faute de frappe", "Samira Costa");
            fileFor(agent, "Le banc du square est cassé");
            agent.goTo(record);
            assertThat(agent.text()).doesNotContain("Rassembler tout ce qui concerne cette personne");

            protection.signIn("protection@demo.example");
            protection.goTo(record);
            var all =
                    new String(protection.save(Person.named("Rassembler tout ce qui concerne cette personne")), UTF_8);
            assertThat(all)
                    .contains(
                            "Jeanne " + mark,
                            "Jane " + mark,
                            phone,
                            "La personne le souhaite",
                            "Le banc du square est cassé");
            agent.goTo(record);
            assertThat(agent.text()).contains("Données rassemblées pour la personne");
        }
    }

    private void begin(Person agent, String name) {
        agent.goTo("/agents/usagers/nouvelle");
        agent.type("name", name);
        agent.type("phone", phone);
        agent.choose("way", "PHONE");
    }

    private static void consent(Person agent) {
        agent.choose("grounds.basis", "WISH");
        agent.type("grounds.words", "Dit au guichet");
        agent.send();
    }

    /** Whoever is there is found by their telephone, and nothing that is known is asked again. */
    private void fileFor(Person agent, String words) {
        agent.goTo("/agents/nouvelle");
        agent.type("who", phone);
        agent.press("button[value=who]");
        agent.pressNamed("Reprendre cette fiche");
        agent.choose("channel", "COUNTER");
        agent.type("description", words);
        agent.send();
    }

    private static int twoDigits() {
        return ThreadLocalRandom.current().nextInt(10, 100);
    }
}
