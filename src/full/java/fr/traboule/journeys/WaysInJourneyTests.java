package fr.traboule.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.CityTime;
import fr.traboule.web.Language;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in that are neither the web nor the street: whoever comes by one is answered, and nothing that came is lost. */
@JourneyTest
class WaysInJourneyTests {

    private final String mark = Walks.mark();

    @Test
    void whoIsAnsweredOnTheTelephoneIsCountedAndLeavesNoRequest(RunningCity city) {
        try (var agent = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            agent.goTo("/agents/nouvelle");
            agent.choose("channel", "PHONE");
            agent.type("description", "Les horaires du samedi, " + mark);
            agent.type("minutes", "4");
            agent.pressNamed("Répondu sur place");
            assertThat(agent.text()).contains("C’est noté. À la personne suivante.");

            agent.goTo("/agents/contacts");
            assertThat(agent.text("tr:has-text('%s')".formatted(mark)))
                    .contains("Par téléphone", "4 minutes", "Samira Costa");
            agent.goTo("/agents/recherche?mots=" + mark);
            assertThat(agent.text()).contains("Aucune demande de vos services ne correspond");
        }
    }

    @Test
    void whoWantsToBeCalledIsCalledAndWhatTheySayIsFiledWithoutBeingAskedTwice(RunningCity city) {
        var words = "Le lampadaire du passage clignote la nuit";
        var who = "Yasmina " + mark;
        try (var agent = city.person(Language.FR);
                var officer = city.person(Language.FR);
                var resident = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            Walks.askToBeCalled(agent, who, "04 78 00 00 31", words);
            assertThat(agent.text()).contains("Le rappel est noté").doesNotContain(who);

            officer.signIn("eclairage@demo.example");
            officer.goTo("/agents/rappels");
            officer.press("tr:has-text('%s') a".formatted(who));
            var callBack = officer.at();
            assertThat(officer.text()).contains(who, "04 78 00 00 31", words);
            officer.pressNamed("Je m’en occupe");
            officer.pressNamed("Enregistrer une demande pour cette personne");
            assertThat(List.of(
                            officer.typed("description"),
                            officer.typed("contact.name"),
                            officer.typed("contact.phone")))
                    .containsExactly(words, who, "04 78 00 00 31");
            Walks.sayWhatAndWhere(officer, "lampadaire", "lampadaire-eteint");
            officer.send();
            var given = Walks.given(officer);

            officer.goTo(callBack);
            officer.type("words", "Sa demande porte le numéro " + given.number());
            officer.pressNamed("La personne a été rappelée");
            assertThat(officer.at()).isEqualTo("/agents/rappels");
            assertThat(officer.text()).doesNotContain(who);
            officer.goTo(callBack);
            assertThat(officer.text()).contains("Personne rappelée", given.number());

            Walks.follow(resident, given);
            assertThat(resident.text()).contains(words, "Éclairage public");
        }
    }

    @Test
    void aLetterOfThreeFilesCountsFromItsStampAndIsAnsweredByLetter(RunningCity city, @TempDir Path folder)
            throws Exception {
        var stamped = CityTime.day(Instant.now()).minusDays(6);
        try (var scanner = new ScannedLetter(city, folder);
                var agent = city.person(Language.FR);
                var officer = city.person(Language.FR);
                var resident = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            agent.goTo("/agents/courrier");
            agent.attach(scanner.pdf(mark + "-1.pdf"), scanner.tiff(mark + "-2.tif"), scanner.png(mark + "-3.png"));
            agent.typeDay("stampedOn", stamped);
            agent.send();
            assertThat(agent.text()).contains("3 fichiers inscrits au registre").doesNotContain("ne s’ouvr");

            for (var more : List.of(mark + "-2.tif", mark + "-3.png")) {
                agent.goTo("/agents/courrier");
                agent.press("main tbody th a:has-text('%s')".formatted(more));
                agent.pickNamed("to", mark + "-1.pdf");
                agent.pressNamed("Joindre à ce courrier");
            }
            agent.goTo("/agents/courrier");
            agent.press("main tbody th a:has-text('%s')".formatted(mark));
            assertThat(agent.text()).contains("Autres fichiers du même courrier", mark + "-2.tif", mark + "-3.png");
            agent.pressNamed("Qualifier");
            assertThat(agent.typed("arrivedOn-day")).isEqualTo(String.valueOf(stamped.getDayOfMonth()));
            agent.type("description", "Le lampadaire de sa rue est éteint");
            Walks.sayWhatAndWhere(agent, "lampadaire", "lampadaire-eteint");
            Walks.sayWhereToWrite(agent, "Simone Exemple");
            agent.send();
            var given = Walks.given(agent);
            assertThat(agent.text()).contains("Demande reçue le " + Walks.inWords(stamped));

            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
            assertThat(officer.text())
                    .contains(
                            Walks.inWords(stamped) + " – Par courrier",
                            "3 rue Garibaldi, 69003 Lyon",
                            "La personne veut un courrier");
            assertThat(saved(officer, mark + "-1.pdf")).startsWith("%PDF");
            assertThat(saved(officer, mark + "-2.tif"))
                    .as("its two pages open everywhere")
                    .startsWith("%PDF")
                    .contains("/Count 2");
            assertThat(ImageIO.read(new ByteArrayInputStream(
                            saved(officer, mark + "-3.png").getBytes(ISO_8859_1))))
                    .isNotNull();
            Walks.answer(officer, "Madame, la lampe est changée.");

            Walks.follow(resident, given);
            assertThat(resident.text())
                    .contains(Walks.inWords(stamped), "Par courrier", "Madame, la lampe est changée.");
        }
    }

    @Test
    void aFileThatIsDangerousOrBrokenStaysInSightWithWhatToDo(RunningCity city, @TempDir Path folder) throws Exception {
        try (var scanner = new ScannedLetter(city, folder);
                var agent = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            agent.goTo("/agents/courrier");
            agent.attach(scanner.dangerous(mark + "-danger.pdf"), scanner.broken(mark + "-casse.tif"));
            agent.typeDay("stampedOn", CityTime.day(Instant.now()));
            agent.send();
            assertThat(agent.text())
                    .contains(
                            "2 fichiers inscrits au registre",
                            "1 fichier ne s’ouvre pas\u00a0: il reste dans la liste");

            agent.press("main tbody th a:has-text('%s-danger')".formatted(mark));
            agent.awaitAt(agent.at(), "L’antivirus a reconnu un danger");
            assertThat(agent.text()).contains("demandez à la personne").doesNotContain("Télécharger");
            agent.goTo("/agents/courrier");
            agent.press("main tbody th a:has-text('%s-casse')".formatted(mark));
            assertThat(agent.text()).contains("Numérisez la lettre en PDF").doesNotContain("Télécharger");
            agent.choose("reason", "SENDER_ASKED");
            agent.pressNamed("Classer sans demande");

            agent.goTo("/agents/courrier");
            assertThat(agent.text()).contains(mark + "-danger").doesNotContain(mark + "-casse");
            agent.goTo("/agents/courrier/registre");
            assertThat(agent.text("tr:has-text('%s-danger')".formatted(mark)))
                    .contains("Fichier dangereux, mis à part", "À qualifier");
            assertThat(agent.text("tr:has-text('%s-casse')".formatted(mark)))
                    .contains("Fichier illisible", "La personne est invitée à l’envoyer autrement");
        }
    }

    @Test
    void whatWasWrittenOnAnOutageSheetHasItsNumberAndItsHour(RunningCity city) {
        var written = Instant.now().atZone(CityTime.ZONE);
        try (var agent = city.person(Language.FR);
                var resident = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            agent.goTo("/agents/fiches-de-secours");
            agent.type("howMany", "1");
            agent.pressNamed("Préparer les fiches");
            var slip = new Walks.Given(
                    agent.text(".app-sheet__slip .app-number >> nth=0"),
                    agent.text(".app-sheet__slip .app-number >> nth=1"));
            assertThat(agent.text()).contains("À garder\u00a0: votre demande est reçue");

            Walks.follow(resident, slip);
            assertThat(resident.text()).contains("Votre demande est écrite sur papier et sera bientôt saisie");

            agent.goTo("/agents/fiches-de-secours");
            agent.type("number", slip.number());
            agent.pressNamed("Saisir");
            assertThat(agent.text()).contains("Fiche de secours " + slip.number());
            agent.type("description", "Un banc cassé, dit au guichet pendant la panne");
            agent.choose("way", "NONE");
            agent.typeDay("arrivedOn", written.toLocalDate());
            agent.type("arrivedAt", "%d h %02d".formatted(written.getHour(), written.getMinute()));
            agent.send();
            assertThat(Walks.given(agent)).isEqualTo(slip);

            Walks.follow(resident, slip);
            assertThat(resident.text().replace('\u00a0', ' '))
                    .contains(
                            "Un banc cassé, dit au guichet pendant la panne",
                            Walks.inWords(written.toLocalDate()) + " à " + inWords(written.toLocalTime()));
        }
    }

    @Test
    void whoComesForSomebodyElseIsNamedAndThePersonConcernedIsAnswered(RunningCity city) {
        try (var agent = city.person(Language.FR);
                var officer = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            agent.goTo("/agents/nouvelle");
            agent.choose("channel", "COUNTER");
            agent.type("description", "Le lampadaire devant chez M. Exemple ne marche plus");
            Walks.sayWhatAndWhere(agent, "lampadaire", "lampadaire-eteint");
            Walks.sayWhereToWrite(agent, "Lucien Exemple");
            agent.unfold("#representative");
            agent.type("representative", "Hélène " + mark);
            agent.send();
            assertThat(agent.text()).contains("Dites qui c’est pour la personne");
            agent.pickNamed("quality", "travailleur social");
            agent.send();
            assertThat(agent.text()).contains("Demande faite par", "Hélène %s (travailleur social)".formatted(mark));
            var given = Walks.given(agent);

            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
            assertThat(officer.text())
                    .contains(
                            "Hélène %s (travailleur social)".formatted(mark),
                            "Lucien Exemple",
                            "La personne veut un courrier");
        }
    }

    /** As the browser saves it. */
    private static String saved(Person person, String name) throws Exception {
        person.awaitOnPage("main li a:has-text('%s')".formatted(name)); // until the antivirus has looked at it
        return new String(person.save("main li a:has-text('%s')".formatted(name)), ISO_8859_1);
    }

    /** « 9 h 05 », « 14 h » */
    private static String inWords(LocalTime time) {
        return time.getMinute() == 0
                ? "%d h".formatted(time.getHour())
                : "%d h %02d".formatted(time.getHour(), time.getMinute());
    }
}
