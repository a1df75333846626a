package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.web.Language;
import org.junit.jupiter.api.Test;

/** Invariant I2: what a resident can do online, an agent does for them, with the same receipt. */
@JourneyTest
class DeskJourneyTests {

    @Test
    void somebodyAtTheCounterIsHeardAndFollowsFromHome(RunningCity city) {
        Walks.Given given;
        try (var agent = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            given = Walks.fileAtTheCounter(agent);
        }
        try (var resident = city.person(Language.EN)) {
            Walks.follow(resident, given);
            assertThat(resident.text()).contains("Une dame signale un trou dans le trottoir");
        }
    }

    @Test
    void whoeverComesAgainIsKnownAndWhoeverCannotBeCalledIsToldOtherwise(RunningCity city) {
        try (var agent = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");
            Walks.fileAtTheCounter(agent);

            Walks.receiveAgain(agent);
            assertThat(agent.text()).contains("C’est noté");

            Walks.call(agent);
            assertThat(agent.at()).isEqualTo("/agents/rappels");
        }
    }

    @Test
    void twoOfficersOnOneCaseAreToldOfEachOtherAndLoseNothing(RunningCity city) {
        Walks.Given given;
        try (var resident = city.person(Language.FR)) {
            given = Walks.reportALamp(resident, Language.FR, "deux-agents@demo.example");
        }
        try (var first = city.person(Language.FR);
                var second = city.person(Language.FR)) {
            first.signIn("eclairage@demo.example");
            Walks.open(first, given);
            second.signIn("responsable@demo.example");
            Walks.open(second, given);

            Walks.answer(first, "Nous venons mardi.");
            Walks.answer(second, "Nous venons jeudi.");

            assertThat(second.text()).contains("Nous venons mardi.", "Nous venons jeudi.");
        }
    }

    @Test
    void aVisitorIsAskedWhoTheyAreAndThenGoesWhereTheyWanted(RunningCity city) {
        try (var agent = city.person(Language.FR)) {
            agent.goTo("/administration/courriels");
            assertThat(agent.at()).isEqualTo("/connexion");
            agent.type("email", "admin@demo.example");
            agent.type("password", "wrong");
            agent.send();
            assertThat(agent.at()).startsWith("/connexion");
            agent.type("email", "admin@demo.example");
            agent.type("password", "traboule-demonstration");
            agent.send();
            assertThat(agent.at()).isEqualTo("/administration/courriels");
        }
    }
}
