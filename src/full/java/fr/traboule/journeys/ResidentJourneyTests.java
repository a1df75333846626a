package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.web.Language;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariants I3 and I13: asked, answered and followed, in every language, without script, with the keyboard only, at 320 points. */
@JourneyTest
class ResidentJourneyTests {

    @ParameterizedTest
    @EnumSource(Language.class)
    void aStreetLampIsReportedRepairedAndFollowed(Language language, RunningCity city) throws Exception {
        var email = "lampe-%s@demo.example".formatted(language.code());
        Walks.Given given;
        try (var resident = city.person(language)) {
            given = Walks.reportALamp(resident, language, email);
            assertThat(resident.at()).endsWith("/recu");
            assertThat(resident.page().locator("html").getAttribute("lang")).isEqualTo(language.code());
            assertThat(resident.page().locator("html").getAttribute("dir")).isEqualTo(language.direction());
        }
        assertThat(city.mailFor(email, given.code()).getContent().toString())
                .contains(given.number(), city.url() + "/suivi/");

        try (var officer = city.person(Language.FR)) {
            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
            assertThat(officer.text()).contains("rue Garibaldi", "home.png", email);
            Walks.takeAndNote(officer, "Armoire électrique à voir");
            Walks.answer(officer, "La lampe sera changée demain.");
            officer.press("button[formaction$='/cloturer']");
        }
        assertThat(city.mailFor(email, "La lampe sera changée").getContent().toString())
                .contains(given.number());

        try (var resident = city.person(language)) {
            Walks.follow(resident, given);
            assertThat(resident.at()).isEqualTo("/suivi/" + given.number());
            assertThat(resident.text())
                    .contains("La lampe sera changée demain.")
                    .doesNotContain("Armoire électrique", email);
            assertThat(resident.page().locator(".app-timeline li").count()).isGreaterThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aQuestionGoesToTriageAndIsAnswered(Language language, RunningCity city) throws Exception {
        var email = "question-%s@demo.example".formatted(language.code());
        Walks.Given given;
        try (var resident = city.person(language)) {
            given = Walks.ask(resident, language, email);
        }

        try (var triage = city.person(Language.EN)) {
            triage.signIn("orientation@demo.example");
            Walks.open(triage, given);
            Walks.answer(triage, "Du mardi au samedi, de 10 h à 19 h.");
        }

        var mail = city.mailFor(email, "Du mardi au samedi").getContent().toString();
        try (var resident = city.person(language)) {
            resident.goTo(mail.lines()
                    .flatMap(line -> Stream.of(line.split("\\s+")))
                    .filter(word -> word.startsWith(city.url() + "/suivi/"))
                    .findFirst()
                    .orElseThrow());
            assertThat(resident.text()).contains("Du mardi au samedi, de 10 h à 19 h.");
        }
    }

    @Test
    void theLogHoldsNothingOfWhatPeopleSay(RunningCity city) throws Exception {
        try (var resident = city.person(Language.FR)) {
            var given = Walks.ask(resident, Language.FR, "discret@demo.example");
            city.mailFor("discret@demo.example", given.code());
            resident.goTo("/nulle-part?mots=discret");
        }
        try (var agent = city.person(Language.FR)) {
            agent.signIn("discret@demo.example");
            assertThat(agent.at()).startsWith("/connexion");
        }

        assertThat(city.program().log())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                .noneMatch(
                        line -> line.contains("discret") || line.contains("bibliothèque") || line.contains("Jeanne"));
    }

    @Test
    void whatWasBegunIsTakenUpAtAnotherScreenWithSixLetters(RunningCity city) {
        String code;
        try (var resident = city.person(Language.FR)) {
            resident.goTo("/signaler");
            resident.type("description", "Un banc est cassé dans le parc");
            resident.send();
            code = resident.text(".app-number");
        }
        try (var elsewhere = city.person(Language.FR)) {
            elsewhere.goTo("/reprendre");
            elsewhere.type("code", code.toLowerCase(Locale.ROOT));
            elsewhere.send();
            assertThat(elsewhere.page().locator("#description").inputValue())
                    .isEqualTo("Un banc est cassé dans le parc");
        }
    }
}
