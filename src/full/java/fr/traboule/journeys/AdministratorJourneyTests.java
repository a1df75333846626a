package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.web.Language;
import org.junit.jupiter.api.Test;

/** An administrator at work, by keyboard, on a screen of 320 points, without script. */
@JourneyTest
class AdministratorJourneyTests {

    @Test
    void somebodyIsInvitedWorksAndLeaves(RunningCity city) throws Exception {
        try (var agent = city.person(Language.FR);
                var administrator = city.person(Language.FR)) {
            var email = Walks.chooseAPassword(agent, city, Language.FR);
            agent.goTo("/agents");
            assertThat(agent.at()).isEqualTo("/agents");

            administrator.signIn("admin@demo.example");
            administrator.goTo("/administration/comptes");
            administrator.type("mots", email);
            administrator.press("main form[method=get] button");
            administrator.press("tbody a");
            assertThat(administrator.text()).contains("Ada Essai", "Second facteur : non".replace(" :", "\u00a0:"));
            administrator.press("a[href$='/depart']");
            administrator.send();

            assertThat(administrator.text()).contains("Fermé", "Compte fermé");
            agent.goTo("/agents");
            assertThat(agent.at()).isEqualTo("/connexion");
        }
    }

    @Test
    void hoursTypedInWordsAreSeenAsAWeekAppliedAndUndone(RunningCity city) {
        var place = "/administration/ville/places/fiche?cle=mairie-du-7e-arrondissement";
        try (var administrator = city.person(Language.FR)) {
            administrator.signIn("admin@demo.example");
            administrator.goTo(place);
            administrator.type("hours", "du lundi au vendredi de 9h à 17h, le samedi de 10h à 12h");
            administrator.send();
            assertThat(administrator.text())
                    .contains("Rien n’est encore changé", "Du lundi au vendredi", "Cette semaine");

            administrator.send();
            assertThat(administrator.text()).contains("C’est fait");

            administrator.press("form[action$='/annuler'] button");
            administrator.send();
            assertThat(administrator.text()).contains("C’est fait");
            administrator.goTo(place);
            assertThat(administrator.text()).contains("Annulé depuis");
        }
    }

    @Test
    void aRebuildingIsStartedFollowedAndDone(RunningCity city) {
        try (var administrator = city.person(Language.FR)) {
            administrator.signIn("admin@demo.example");
            administrator.goTo("/administration/travaux");
            administrator.press("button[name=start]");
            assertThat(administrator.text()).contains("Reconstruire les files et la recherche");

            // The page comes back by itself, for whoever chose so.
            if (administrator.page().locator("a[href$='suivre=true']").count() > 0) {
                administrator.press("a[href$='suivre=true']");
            }
            administrator.page().getByText("Tout est fait.").waitFor();

            assertThat(administrator.text()).doesNotContain("Annuler ce travail");
        }
    }

    @Test
    void whoMayNotIsToldWhoMay(RunningCity city) {
        try (var agent = city.person(Language.FR)) {
            agent.signIn("accueil@demo.example");

            assertThat(agent.open("/administration/comptes")).isEqualTo(403);
            assertThat(agent.text()).contains("Administration du site", "Mon compte");
        }
    }

    @Test
    void whoLooksAtARequestIsSeenByWhoeverProtectsData(RunningCity city) {
        Walks.Given given;
        try (var person = city.person(Language.FR)) {
            given = Walks.reportALamp(person, Language.FR, "regard@demo.example");
        }
        try (var officer = city.person(Language.FR)) {
            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
        }
        try (var protection = city.person(Language.FR)) {
            protection.signIn("protection@demo.example");
            protection.goTo("/administration/acces");
            protection.type("person", "regard@demo.example");
            protection.press("main form[method=get] button");

            assertThat(protection.text()).contains(given.number(), "Paul Ferrand", "Page de la demande");
        }
    }
}
