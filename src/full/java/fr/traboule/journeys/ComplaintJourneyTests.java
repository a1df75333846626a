package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.web.Language;
import org.junit.jupiter.api.Test;

/** Whoever is not satisfied is answered by somebody else than those they complain of, and follows that too. */
@JourneyTest
class ComplaintJourneyTests {

    private static final String EMAIL = "reclamation@demo.example";
    private static final String WRONG = "Personne n’est venu voir et la rue reste noire";
    private static final String OTHER_UNIT = "Qualité du service et réclamations";

    @Test
    void anAnswerThatDoesNotDoIsReadAgainByAnotherUnit(RunningCity city) throws Exception {
        try (var resident = city.person(Language.FR);
                var officer = city.person(Language.FR);
                var other = city.person(Language.FR)) {
            var lamp = Walks.reportALamp(resident, Language.FR, EMAIL);
            officer.signIn("eclairage@demo.example");
            Walks.open(officer, lamp);
            Walks.answer(officer, "Ce lampadaire fonctionne.");

            Walks.follow(resident, lamp);
            resident.pressNamed("Faire une réclamation");
            assertThat(resident.text()).contains("Un autre service que celui qui s’est occupé de votre demande");
            resident.send();
            assertThat(resident.text()).contains("Écrivez ce qui ne va pas");
            resident.type("words", WRONG);
            resident.send();
            var complaint = Walks.given(resident);
            assertThat(resident.text()).contains(OTHER_UNIT).doesNotContain(lamp.number());

            Walks.open(officer, complaint);
            assertThat(officer.text())
                    .contains("Un autre service suit cette demande", OTHER_UNIT)
                    .doesNotContain(WRONG);
            Walks.open(officer, lamp);
            assertThat(officer.text()).contains("Réclamations sur cette demande", complaint.number());

            Walks.joinUnit(other, city, "Noé Essai", "qualite-reclamations");
            Walks.open(other, complaint);
            assertThat(other.text())
                    .contains(
                            WRONG,
                            "Elle porte sur la demande " + lamp.number() + ", Éclairage public",
                            "il ne répond pas à la place du vôtre");
            Walks.answer(other, "Vous avez raison, une équipe passe jeudi.");

            assertThat(city.mailFor(EMAIL, "une équipe passe jeudi")
                            .getContent()
                            .toString())
                    .contains(complaint.number());
            resident.goTo("/suivi/" + complaint.number());
            assertThat(resident.text())
                    .contains("Réponse donnée", "Vous avez raison, une équipe passe jeudi.", OTHER_UNIT)
                    .doesNotContain("Noé Essai");
            resident.goTo("/suivi/" + lamp.number());
            assertThat(resident.text())
                    .contains("Ce lampadaire fonctionne.", "Éclairage public")
                    .doesNotContain("une équipe passe jeudi");
        }
    }

    @Test
    void whoComplainsAtTheCounterLeavesWithAReceiptToo(RunningCity city) {
        try (var agent = city.person(Language.FR);
                var resident = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            var pavement = Walks.fileAtTheCounter(agent);
            Walks.open(agent, pavement);
            agent.pressNamed("Faire une réclamation pour la personne");
            agent.type("words", WRONG);
            agent.choose("channel", "COUNTER");
            agent.send();
            var complaint = Walks.given(agent);
            assertThat(agent.text()).contains("Demande bien reçue", OTHER_UNIT);

            Walks.follow(resident, complaint);
            assertThat(resident.text()).contains(WRONG, OTHER_UNIT, "Vous aurez une réponse au plus tard");
        }
    }
}
