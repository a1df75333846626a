package fr.traboule.reception;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static fr.traboule.Answer.typed;
import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.paper.PaperFixture;
import fr.traboule.paper.Sheet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Letters and outage sheets become requests, with the day on which they really came in. */
@WholeProgramTest
class TypedInLaterTests {

    private static final String ADDRESS = "/agents/nouvelle";
    private static final String UNIT = "mairie-3-accueil";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    PaperFixture paper;

    @Autowired
    Directory directory;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor.Agent agent;
    private Actor.Agent colleague;
    private LocalDate today;

    @BeforeEach
    void twoAgents() {
        agent = staff.agent(Role.RECEPTION_AGENT, UNIT);
        colleague = staff.agent(Role.RECEPTION_AGENT, UNIT);
        today = CityTime.day(clock.instant());
    }

    @Test
    void aLetterIsQualifiedBesideItsScanWithTheDateOfTheStamp() {
        var letter = paper.letter(agent, UNIT, today.minusDays(4));

        var shown = get(agent, ADDRESS + "?courrier=" + letter.value());

        assertThat(page(shown).select("a[href=/agents/courrier/" + letter.value() + "/fichier]"))
                .isNotEmpty();
        assertThat(page(shown).select("input[name=channel][checked]").val()).isEqualTo("LETTER");
        assertThat(typed(shown, "arrivedOn-day"))
                .isEqualTo(String.valueOf(today.minusDays(4).getDayOfMonth()));
    }

    @Test
    void theRequestOfALetterHasItsFileAndCountsFromTheStamp() {
        var stamp = today.minusDays(4);
        var letter = paper.letter(agent, UNIT, stamp);

        var filed = file(agent, letter.value(), "LETTER", stamp);

        var receipt = get(agent, redirect(filed));
        var due = workingDays.plus(stamp, directory.settings().promiseDays());
        var request = jdbc.sql("select channel, due_on, received_at from requests.request where id = ?")
                .param(letter.value())
                .query()
                .singleRow();
        assertThat(request).containsEntry("channel", "letter").containsEntry("due_on", java.sql.Date.valueOf(due));
        assertThat(body(receipt)).as("a stamp has no hour").doesNotContain("0 h 00", "0 h 00");
        assertThat(body(get(agent, redirect(filed).replace("/recu", ""))))
                .contains("lettre.txt", "Par courrier", "Saisie dans le logiciel")
                .doesNotContain("0\u00a0h\u00a000", "0 h 00");
        assertThat(body(get(agent, "/agents/courrier/registre"))).contains("Demande " + number(filed));
        assertThat(body(get(agent, "/agents/courrier")))
                .doesNotContain(letter.value().toString());
    }

    @Test
    void twoWhoQualifyOneLetterAtOnceMakeOneRequestAndTheSlowerKeepsTheirWords() throws Exception {
        var letter = paper.letter(agent, UNIT, today);

        var answers = atOnce(
                () -> file(agent, letter.value(), "LETTER", today),
                () -> file(colleague, letter.value(), "LETTER", today));

        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() == 303
                        || answer.getResponse().getStatus() == 302)
                .hasSize(1);
        var slower = answers.stream()
                .filter(answer -> answer.getResponse().getStatus() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(body(slower)).contains("C’est déjà une demande");
        assertThat(typed(slower, "description")).isEqualTo("Une fuite");
        assertThat(count("requests.request where id = ?", letter.value())).isEqualTo(1);
    }

    @Test
    void aDraftOfALetterIsNoAnswerToItAndACollegueGoesOnWithIt() {
        var letter = paper.letter(agent, UNIT, today);
        send(agent, "garder", "oui", "key", letter.value().toString(), "description", "Commencé");

        assertThat(body(get(agent, "/agents/courrier"))).contains(letter.value().toString());
        assertThat(redirect(get(colleague, ADDRESS + "?courrier=" + letter.value())))
                .isEqualTo(ADDRESS + "?brouillon=" + letter.value());
        assertThat(redirect(get(colleague, ADDRESS + "?brouillon=" + letter.value())))
                .isEqualTo("/agents/brouillons/" + letter.value());
    }

    @Test
    void whatWasSettledMeanwhileIsNotFiled() {
        var letter = paper.letter(agent, UNIT, today);
        act(agent, "/agents/courrier/" + letter.value() + "/sans-demande", "version", "0", "reason", "ANSWERED");

        var late = file(colleague, letter.value(), "LETTER", today);

        assertThat(body(late)).contains("classé sans demande entre-temps");
        assertThat(typed(late, "description")).isEqualTo("Une fuite");
        assertThat(count("requests.request where id = ?", letter.value())).isZero();
    }

    @Test
    void anEmptyFileIsTypedInFromThePaper() {
        var letter = paper.letter(agent, UNIT, today, "vide.pdf", new byte[0]);

        assertThat(body(get(agent, ADDRESS + "?courrier=" + letter.value()))).contains("Ce fichier est vide");
        assertThat(redirect(file(agent, letter.value(), "LETTER", today))).endsWith("/recu");
    }

    /** The id of a page is the browser's to say: it opens no letter of others. */
    @Test
    void aForgedIdMakesNoRequestOfALetterOfOthers() {
        var letter = paper.letter(agent, UNIT, today);
        var other = staff.agent(Role.CASE_OFFICER, "eclairage-public");

        assertThat(file(other, letter.value(), "PHONE", today)).hasStatus(404);
        assertThat(send(other, "garder", "oui", "key", letter.value().toString()))
                .hasStatus(404);
        assertThat(count("requests.request where id = ?", letter.value())).isZero();
    }

    @Test
    void aSheetBecomesTheRequestOfItsNumber() {
        var sheet = paper.sheet(agent, UNIT);
        assertThat(body(get(agent, ADDRESS + "?fiche=" + sheet.number())))
                .contains("Fiche de secours " + sheet.number());

        var filed = fileSheet(agent, sheet, UUID.randomUUID(), "00:00");

        assertThat(number(filed)).isEqualTo(sheet.number().toString());
        assertThat(redirect(get(agent, ADDRESS + "?fiche=" + sheet.number())))
                .isEqualTo("/agents/fiches-de-secours/" + sheet.number());
        assertThat(body(get(agent, "/agents/fiches-de-secours/toutes"))).contains("Saisie");
        assertThat(body(act(
                        agent,
                        "/agents/fiches-de-secours/saisir",
                        "number",
                        sheet.number().toString())))
                .contains("déjà saisie");
    }

    @Test
    void untilItIsTypedInThePersonIsToldThatItWillBe() {
        var sheet = paper.sheet(agent, UNIT);
        var printed = get(agent, "/agents/fiches-de-secours/lot/" + sheet.batch());
        var secret = page(printed).select(".app-sheet__slip .app-number").last();

        var asked = mvc.post()
                .uri("/suivi")
                .with(csrf())
                .param("number", sheet.number().toString())
                .param("secret", Objects.requireNonNull(secret).text())
                .exchange();
        var wrong = mvc.post()
                .uri("/suivi")
                .with(csrf())
                .param("number", sheet.number().toString())
                .param("secret", "2222-2222")
                .exchange();

        assertThat(body(asked)).contains("écrite sur papier et sera bientôt saisie");
        assertThat(body(wrong)).contains("ne vont pas ensemble");
        assertThat(mvc.get().uri("/suivi/" + sheet.number() + "?code=" + secret.text()))
                .hasRedirectedUrl("/suivi?papier=oui");
    }

    @Test
    void aSheetTypedInTwiceIsOneRequestAndTheSecondKeepsTheirWords() {
        var sheet = paper.sheet(agent, UNIT);
        var page = UUID.randomUUID();

        var first = fileSheet(agent, sheet, page, "00:00");
        var sentAgain = fileSheet(agent, sheet, page, "00:00");
        var second = fileSheet(colleague, sheet, UUID.randomUUID(), "00:00");

        assertThat(redirect(sentAgain)).isEqualTo(redirect(first));
        assertThat(body(second))
                .contains("C’est déjà une demande", sheet.number().toString());
        assertThat(typed(second, "description")).isEqualTo("Une fuite");
    }

    @Test
    void aNumberIsUsedOnceHoweverManyTypeItInAtOnce() throws Exception {
        var sheet = paper.sheet(agent, UNIT);

        var answers = atOnce(Stream.<Callable<MvcTestResult>>generate(
                        () -> () -> fileSheet(agent, sheet, UUID.randomUUID(), "00:00"))
                .limit(6)
                .toList());

        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() != 200)
                .hasSize(1);
        assertThat(count("requests.request where number = ?", sheet.number().signs()))
                .isEqualTo(1);
    }

    @Test
    void aSheetThatWasSaidToBeLostIsTypedInAllTheSame() {
        var sheet = paper.sheet(agent, UNIT);
        act(agent, "/agents/fiches-de-secours/" + sheet.number() + "/perdue", "version", "0", "reason", "Perdue");

        assertThat(number(fileSheet(agent, sheet, UUID.randomUUID(), "00:00")))
                .isEqualTo(sheet.number().toString());
    }

    @Test
    void theDayAndHourOfASheetAreAskedAndPossible() {
        var sheet = paper.sheet(agent, UNIT);

        var none = send(agent, all(sheet, List.of()));
        var noHour = send(agent, all(sheet, day(today)));
        var before = send(agent, all(sheet, day(today.minusDays(1)), List.of("arrivedAt", "10:00")));
        var tomorrow = send(agent, all(sheet, day(today.plusDays(1)), List.of("arrivedAt", "10:00")));
        var nonsense = send(agent, all(sheet, day(today), List.of("arrivedAt", "25:99")));

        assertThat(body(none)).contains("le délai de réponse en dépend");
        assertThat(body(noHour)).contains("Écrivez l’heure");
        assertThat(body(before)).contains("n’était pas encore imprimée");
        assertThat(body(tomorrow)).contains("ne peut pas être dans l’avenir");
        assertThat(body(nonsense)).contains("Écrivez l’heure");
        assertThat(typed(before, "description")).isEqualTo("Une fuite");
        assertThat(count("requests.request where id = ?", sheet.request().value()))
                .isZero();
    }

    @Test
    void anOldStampIsConfirmed() {
        var letter = paper.letter(agent, UNIT, today.minusDays(40));

        var asked = file(agent, letter.value(), "LETTER", today.minusDays(40));
        assertThat(body(asked)).contains("corrigez-le, ou confirmez-le");

        var sure = send(agent, all(letter.value(), "LETTER", day(today.minusDays(40)), List.of("arrivedSure", "oui")));
        assertThat(redirect(sure)).endsWith("/recu");
    }

    @Test
    void anEncounterOfTheOutageHasItsRealTime() {
        var key = UUID.randomUUID();
        var yesterday = today.minusDays(1);

        redirect(send(agent, all(key, "COUNTER", day(yesterday), List.of("arrivedAt", "9 h 05", "surplace", "oui"))));

        var at = jdbc.sql("select met_at from reception.encounter where id = ?")
                .param(key)
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
        assertThat(at).isEqualTo(yesterday.atTime(9, 5).atZone(CityTime.ZONE).toInstant());
    }

    @Test
    void theDoorOfTheWebIsNotTheDesks() {
        assertThat(body(file(agent, UUID.randomUUID(), "WEB", today))).contains("Dites par où la demande arrive");
        assertThat(body(send(agent, all(UUID.randomUUID(), "LETTER", List.of("surplace", "oui")))))
                .contains("se passe au guichet ou au téléphone");
    }

    private MvcTestResult file(Actor.Agent who, UUID key, String channel, LocalDate day) {
        return send(who, all(key, channel, day(day)));
    }

    private MvcTestResult fileSheet(Actor.Agent who, Sheet sheet, UUID page, String time) {
        return send(who, all(sheet, day(today), List.of("arrivedAt", time, "page", page.toString())));
    }

    @SafeVarargs
    private static String[] all(Sheet sheet, List<String>... more) {
        return all(sheet.request().value(), "COUNTER", more);
    }

    @SafeVarargs
    private static String[] all(UUID key, String channel, List<String>... more) {
        var all = new ArrayList<>(
                List.of("key", key.toString(), "channel", channel, "description", "Une fuite", "way", "NONE"));
        Arrays.stream(more).forEach(all::addAll);
        if (!all.contains("page")) {
            all.addAll(List.of("page", UUID.randomUUID().toString()));
        }
        return all.toArray(String[]::new);
    }

    private static List<String> day(LocalDate day) {
        return List.of(
                "arrivedOn.day",
                String.valueOf(day.getDayOfMonth()),
                "arrivedOn.month",
                String.valueOf(day.getMonthValue()),
                "arrivedOn.year",
                String.valueOf(day.getYear()));
    }

    private static String number(MvcTestResult filed) {
        return redirect(filed).replaceAll(".*/demandes/(.*)/recu", "$1");
    }

    @SafeVarargs
    private static List<MvcTestResult> atOnce(Callable<MvcTestResult>... acts) throws Exception {
        return atOnce(List.of(acts));
    }

    private static List<MvcTestResult> atOnce(List<Callable<MvcTestResult>> acts) throws Exception {
        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            return agents.invokeAll(acts).stream().map(Future::resultNow).toList();
        }
    }

    private long count(String what, Object value) {
        return jdbc.sql("select count(*) from " + what)
                .param(value)
                .query(Long.class)
                .single();
    }

    private MvcTestResult get(Actor.Agent who, String address) {
        return mvc.get().uri(address).with(signedIn(who)).exchange();
    }

    private MvcTestResult send(Actor.Agent who, String... parameters) {
        return act(who, ADDRESS, parameters);
    }

    private MvcTestResult act(Actor.Agent who, String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(who));
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
