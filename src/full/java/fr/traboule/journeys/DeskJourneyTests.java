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

    /** The script saves; the other window goes on without it; the first is told and keeps its words. */
    @Test
    void whatIsTypedIsSavedByItselfAndGoneOnWithElsewhere(RunningCity city) {
        try (var first = city.withScript(Language.FR);
                var second = city.person(Language.FR)) {
            first.signIn("accueil@demo.example");
            second.signIn("accueil@demo.example");
            first.goTo("/agents/nouvelle");
            first.type("description", "Une fuite rue Duguesclin");
            first.page().waitForSelector("[data-draft]:has-text('Brouillon enregistré à')");

            var draft = first.page().locator("input[name=key]").getAttribute("value");
            second.goTo("/agents/brouillons");
            second.press("a[href='/agents/nouvelle?brouillon=" + draft + "']");
            second.type("description", "Une fuite rue Duguesclin, devant le 12");
            second.press("button[name=garder]");
            first.type("description", "Une fuite, mais où ?");
            first.page().waitForSelector("[data-draft]:has-text('dans une autre fenêtre')");
            first.press("button[name=garder]");

            assertThat(first.page().locator("#description").inputValue()).isEqualTo("Une fuite, mais où ?");
            first.press("button[name=autre]");
            assertThat(first.text()).contains("Ce n’est pas encore une demande");
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

    /** Ticked in the queue, read again, held back in time, sent after all. */
    @Test
    void severalAreAnsweredTogetherAndHeldBackInTime(RunningCity city) {
        Walks.Given given;
        try (var resident = city.person(Language.FR)) {
            given = Walks.reportALamp(resident, Language.FR, "ensemble@demo.example");
        }
        try (var agent = city.person(Language.FR)) {
            agent.signIn("eclairage@demo.example");
            Walks.chooseTogether(agent, given);
            agent.send();
            agent.type("words", "La panne du quartier est réparée.");
            agent.send();
            assertThat(agent.text()).contains("1 personne la recevra par e-mail", "La panne du quartier est réparée.");
            agent.send();
            assertThat(agent.text()).contains("Rien n’est encore parti");
            agent.send();
            assertThat(agent.text()).contains("Répondre à 1 demande", given.number());
            Walks.open(agent, given);
            assertThat(agent.text()).doesNotContain("La panne du quartier est réparée.");
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
