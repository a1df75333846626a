package fr.traboule.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.CityTime;
import fr.traboule.web.Language;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A request from its end to the certificate of what was destroyed: each step by another person, and told to whoever had asked. */
@JourneyTest
class RetentionJourneyTests {

    /** Six in current use and eighteen in the archives, and one more. */
    private static final int MONTHS = 25;

    @Test
    void closedArchivedProposedApprovedAndDestroyed(RunningCity city) throws Exception {
        var email = "archives-%s@demo.example".formatted(Walks.mark());
        var today = CityTime.day(Instant.now());
        try (var resident = city.person(Language.FR);
                var lighting = city.person(Language.FR);
                var administrator = city.person(Language.FR);
                var protection = city.person(Language.FR);
                var archivist = city.person(Language.FR)) {
            var given = Walks.reportALamp(resident, Language.FR, email);
            lighting.signIn("eclairage@demo.example");
            Walks.open(lighting, given);
            Walks.answer(lighting, "La lampe est changée.");
            lighting.pressNamed("Clôturer la demande");
            city.mailFor(email, "La lampe est changée.");
            city.letMonthsPass(given, MONTHS);

            administrator.signIn("admin@demo.example");
            administrator.goTo("/administration/travaux");
            administrator.pressNamed("Archiver les demandes dont l’usage courant est passé");
            lighting.awaitAt("/agents/recherche?mots=" + given.number(), "Elle est archivée depuis le");
            assertThat(lighting.text()).doesNotContain("rue Garibaldi");
            lighting.pressNamed("Voir comment la consulter");
            assertThat(lighting.text()).contains("adressez-vous à votre responsable de service ou à l’archiviste");

            Walks.follow(resident, given);
            assertThat(resident.text())
                    .contains(
                            "Votre demande est archivée",
                            "votre demande s’est terminée le",
                            "Vous avez besoin de ce qu’elle contient")
                    .doesNotContain("La lampe est changée.");

            protection.signIn("protection@demo.example");
            protection.goTo("/administration/archives");
            protection.pressNamed("Proposer une élimination");
            var list = protection.at();
            assertThat(protection.text())
                    .contains("À décider", given.number(), "Vous avez proposé ce bordereau")
                    .doesNotContain("Viser le bordereau");

            archivist.signIn("archives@demo.example");
            archivist.goTo(list);
            archivist.pickDay("signedOn", today);
            archivist.type("signatory", "Hélène Marchand, archiviste");
            archivist.pressNamed("Viser le bordereau");
            assertThat(archivist.text()).contains("Donnez la référence du visa");
            archivist.type("reference", "V-2026-7");
            archivist.pressNamed("Viser le bordereau");
            assertThat(archivist.text()).contains("Visé", "Hélène Marchand, archiviste", "V-2026-7");

            protection.goTo(list);
            assertThat(protection.text()).contains("Personne ne pourra les retrouver");
            protection.pressNamed("Éliminer maintenant");
            protection.awaitAt(protection.at(), "Tout est fait.");
            protection.goTo(list);
            protection.pressNamed("Voir et imprimer le certificat");
            assertThat(protection.text())
                    .contains(
                            "Certificat d’élimination",
                            "Aïcha Roux",
                            "Hélène Marchand, archiviste",
                            "V-2026-7",
                            "Empreinte de la liste");
            assertThat(new String(protection.save(Person.named("Télécharger la liste des numéros")), UTF_8))
                    .contains(given.number().replace("-", ""));

            Walks.follow(resident, given);
            assertThat(resident.text())
                    .contains(
                            "Votre demande est archivée",
                            "ont été détruits le",
                            Walks.inWords(today),
                            "Il ne reste que des dates")
                    .doesNotContain("La lampe est changée.", "rue Garibaldi", email);
            archivist.goTo("/agents/archives/" + given.number());
            assertThat(archivist.text()).contains("Il n’en reste que des dates").doesNotContain("rue Garibaldi");
        }
    }
}
