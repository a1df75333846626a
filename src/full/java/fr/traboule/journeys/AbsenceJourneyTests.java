package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.CityTime;
import fr.traboule.web.Language;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Somebody is away: nobody waits for them to come back. */
@JourneyTest
class AbsenceJourneyTests {

    private static final String IN_HAND = "Entre les mains de";
    private static final String UNITS_AGAIN =
            "Le service reprend la demande en l’absence de la personne qui la suivait";

    private final String name = "Zoé " + Walks.mark();

    @Test
    void whatTheyHadInHandIsTheirUnitsAgainAndAColleagueTakesIt(RunningCity city) throws Exception {
        var today = CityTime.day(Instant.now());
        try (var resident = city.person(Language.FR);
                var away = city.person(Language.FR);
                var colleague = city.person(Language.FR);
                var head = city.person(Language.FR)) {
            var given = Walks.reportALamp(resident, Language.FR, "absence@demo.example");
            Walks.joinUnit(away, city, name, "eclairage-public");
            Walks.open(away, given);
            away.pressNamed("Prendre en charge");
            colleague.signIn("eclairage@demo.example");
            Walks.open(colleague, given);
            assertThat(colleague.text()).contains(IN_HAND, name);

            away.goTo("/agents/compte");
            away.pressNamed("Dire que je serai absent ou absente");
            away.typeDay("from", today);
            away.typeDay("until", today.plusDays(9));
            away.send();
            assertThat(away.text()).contains("C’est fait", Walks.inWords(today.plusDays(9)), "Annoncer le retour");

            Walks.open(colleague, given);
            assertThat(colleague.text()).contains(UNITS_AGAIN).doesNotContain(IN_HAND);
            assertThat(toWhom(colleague)).doesNotContain(name);
            colleague.pressNamed("Prendre en charge");
            assertThat(colleague.text()).contains(IN_HAND, "Paul Ferrand");
            Walks.follow(resident, given);
            assertThat(resident.text()).contains("En cours", UNITS_AGAIN).doesNotContain(name, "Paul Ferrand");

            head.signIn("responsable@demo.example");
            head.goTo("/agents/absences");
            assertThat(head.text("main li:has-text('%s')".formatted(name))).contains(Walks.inWords(today.plusDays(9)));
            head.press("main li:has-text('%s') button".formatted(name));
            Walks.open(colleague, given);
            assertThat(toWhom(colleague)).contains(name);
        }
    }

    /** Those to whom a request can be given. */
    private static String toWhom(Person agent) {
        agent.unfold("#colleague");
        return agent.text("#colleague");
    }
}
