package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.web.Language;
import org.junit.jupiter.api.Test;

/** The life of a request between a person and the agents, at 320 pixels, by keyboard and without script. */
@JourneyTest
class LifeJourneyTests {

    @Test
    void askedRepliedChasedAnsweredReopenedAndWithdrawn(RunningCity city) throws Exception {
        try (var resident = city.person(Language.FR);
                var officer = city.person(Language.FR)) {
            var given = Walks.reportALamp(resident, Language.FR, "vie@demo.example");
            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);

            Walks.askThePerson(officer, "Quel numéro porte le lampadaire ?");
            assertThat(officer.text()).contains("Question posée");
            assertThat(city.mailFor("vie@demo.example", "Une question sur votre demande")
                            .getContent()
                            .toString())
                    .contains("Quel numéro porte le lampadaire ?");

            Walks.follow(resident, given);
            Walks.say(resident, "C’est le 14-B");
            assertThat(resident.text()).contains("C’est envoyé", "C’est le 14-B", "En cours");
            resident.press("button[formaction$='/relancer']");
            assertThat(resident.text()).contains("Le service sait que vous attendez");

            Walks.open(officer, given);
            assertThat(officer.text()).contains("La personne a demandé une fois où ça en est", "C’est le 14-B");
            Walks.answer(officer, "La lampe est changée.");

            resident.goTo("/suivi/" + given.number());
            assertThat(resident.text()).contains("La lampe est changée.");
            Walks.say(resident, "Elle est de nouveau éteinte");
            assertThat(resident.text()).contains("Votre demande est rouverte", "En cours");

            Walks.open(officer, given);
            officer.unfold("button[formaction$='/personne/retirer']");
            officer.press("button[formaction$='/personne/retirer']");
            assertThat(officer.text()).contains("Demande retirée", "Retirée");
        }
    }

    @Test
    void whatIsNotOursGoesWhereItBelongsAndAnOpinionIsAskedOnTheWay(RunningCity city) {
        try (var resident = city.person(Language.FR);
                var officer = city.person(Language.FR);
                var triage = city.person(Language.FR)) {
            var given = Walks.reportALamp(resident, Language.FR, "ailleurs@demo.example");
            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
            Walks.askAnOpinion(officer, "orientation-demandes", "Est-ce bien à nous ?");
            assertThat(officer.text()).contains("Avis attendu");

            triage.signIn("orientation@demo.example");
            triage.goTo("/agents/avis");
            triage.press(".app-card:has-text('%s') a".formatted(given.number()));
            triage.type("words", "Non, c’est à l’équipe d’orientation de voir.");
            triage.send();
            assertThat(triage.text()).contains("Votre avis est donné");

            Walks.open(officer, given);
            assertThat(officer.text()).contains("Non, c’est à l’équipe d’orientation de voir.");
            Walks.sayItIsNotOurs(officer, "Pas un lampadaire de la ville");
            assertThat(officer.at()).isEqualTo("/agents");

            Walks.open(triage, given);
            assertThat(triage.text()).contains("Pas un lampadaire de la ville");
            resident.goTo("/suivi/" + given.number());
            Walks.follow(resident, given);
            assertThat(resident.text())
                    .contains("L’équipe d’orientation cherche le bon service")
                    .doesNotContain("Pas un lampadaire", "Est-ce bien à nous");
        }
    }

    @Test
    void twoWhoReportedTheSameLampAreAnsweredTogether(RunningCity city) throws Exception {
        try (var resident = city.person(Language.FR);
                var neighbour = city.person(Language.FR);
                var officer = city.person(Language.FR)) {
            var first = Walks.reportALamp(resident, Language.FR, "premiere@demo.example");
            var second = Walks.reportALamp(neighbour, Language.FR, "seconde@demo.example");
            officer.signIn("eclairage@demo.example");
            Walks.open(officer, second);
            Walks.merge(officer, first);
            assertThat(officer.text()).contains("Regroupée", "Elle continue dans la demande", first.number());

            Walks.open(officer, first);
            Walks.answer(officer, "Les deux lampes sont changées.");

            assertThat(city.mailFor("seconde@demo.example", "Réponse à votre demande")
                            .getContent()
                            .toString())
                    .contains("Les deux lampes sont changées.", second.number());
            Walks.follow(neighbour, second);
            assertThat(neighbour.text()).contains("Les deux lampes sont changées.", "Quelqu’un d’autre a signalé");
        }
    }
}
