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
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.Contact;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestId;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.ReadResidents;
import fr.traboule.residents.ResidentFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The one screen for whoever is there or on the line. */
@WholeProgramTest
class NewRequestControllerTests {

    private static final String ADDRESS = "/agents/nouvelle";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    LogEncounter encounters;

    @Autowired
    ReadResidents readResidents;

    @Autowired
    KeepResident keepResident;

    @Autowired
    StaffFixture staff;

    private final String email = UUID.randomUUID() + "@example.org";
    private Actor.Agent reception;

    @BeforeEach
    void anAgentAtTheCounter() {
        reception = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
    }

    @Test
    void theFirstFieldHasTheFocusAndNoOther() {
        var shown = mvc.get().uri(ADDRESS).with(signedIn(reception)).exchange();

        assertThat(page(shown).select("[autofocus]").eachAttr("id")).containsExactly("who");
        assertThat(page(shown).select("details[open]")).isEmpty();
    }

    @Test
    void afterASearchTheFocusIsWhereItWas() {
        var subject = post("chercher", "subjectWords", "subjectWords", "lam");
        var byEnter = post("chercher", "who", "who", "", "place", "rue Garibaldi");

        assertThat(page(subject).select("[autofocus]").eachAttr("id")).containsExactly("subjectWords");
        assertThat(page(subject).select("input[name=subject]").eachAttr("value"))
                .as("three letters are enough")
                .contains("lampadaire-eteint");
        assertThat(page(byEnter).select("[autofocus]").eachAttr("id")).containsExactly("place");
    }

    /** Invariant I2: the same rights, promise and receipt at the counter as on the web. */
    @Test
    void atTheCounterAReceiptIsGivenAtOnce() {
        var filed = post("channel", "COUNTER", "description", "Un trou", "way", "NONE");

        assertThat(redirect(filed)).matches("/agents/demandes/.*/recu");
        assertThat(body(get(redirect(filed)))).contains("app-number", "<svg class=\"app-qr\"");
    }

    @Test
    void theSameFormSentTwiceIsOneRequest() {
        var key = RequestId.next().value().toString();

        var first = post("key", key, "channel", "PHONE", "description", "Un trou", "way", "NONE");
        var second = post("key", key, "channel", "PHONE", "description", "Un trou", "way", "NONE");

        assertThat(redirect(first)).isEqualTo(redirect(second));
    }

    @Test
    void whatIsMissingIsAskedAndNothingTypedIsLost() {
        var asked = post("description", "Un trou", "way", "EMAIL", "contact.name", "Jeanne", "needs", "HEARING");

        assertThat(page(asked).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#channel", "#contact.email");
        assertThat(typed(asked, "description")).isEqualTo("Un trou");
        assertThat(typed(asked, "contact.name")).isEqualTo("Jeanne");
        assertThat(page(asked).select("input[name=needs][checked]").eachAttr("value"))
                .containsExactly("HEARING");
        assertThat(page(asked).select("details[open]")).hasSize(1);
    }

    @Test
    void whatThePersonNeedsAndWhoSpeaksForThemStandsWithTheRequestAndOnTheReceipt() {
        var filed = post(
                "channel", "COUNTER",
                "description", "Il faut une rampe",
                "way", "NONE",
                "needs", "MOBILITY",
                "needs", "LANGUAGE",
                "needsWords", "Vient avec son chien guide",
                "representative", "Fatou Diallo (fictive)",
                "quality", "SOCIAL_WORKER");

        var receipt = get(redirect(filed));
        assertThat(body(receipt)).contains("Fatou Diallo (fictive) (travailleur social)");
        var page = body(get(redirect(filed).replace("/recu", "")));
        assertThat(page).contains("Se déplace difficilement", "interprète", "chien guide", "Fatou Diallo");
    }

    @Test
    void whoSpeaksForThemHasANameAndAQuality() {
        var noName = post("channel", "PHONE", "description", "x", "way", "NONE", "quality", "FAMILY");
        var noQuality = post("channel", "PHONE", "description", "x", "way", "NONE", "representative", "Ana");

        assertThat(page(noName).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#representative");
        assertThat(page(noQuality).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#quality");
    }

    @Test
    void aPersonIsFoundAndTheirContactTakenOver() {
        var number = receiveRequest
                .receive(
                        new Actor.ForResident(reception),
                        RequestFixture.said(
                                "Première visite",
                                new Contact(
                                        AnswerWay.EMAIL,
                                        Optional.of("Zélie Martin"),
                                        Optional.of(email),
                                        Optional.of("06 11 22 33 44"),
                                        Optional.empty())))
                .number()
                .toString();

        var found = post("chercher", "who", "who", email, "description", "Déjà tapé");
        assertThat(body(found)).contains(number, "Zélie Martin").doesNotContain("Première visite");
        assertThat(typed(found, "description")).isEqualTo("Déjà tapé");

        var filled = post("reprendre", number, "who", email, "description", "Déjà tapé");
        assertThat(typed(filled, "contact.email")).isEqualTo(email);
        assertThat(typed(filled, "contact.phone")).isEqualTo("06 11 22 33 44");
        assertThat(typed(filled, "contact.name")).isEqualTo("Zélie Martin");
        assertThat(typed(filled, "description")).isEqualTo("Déjà tapé");
        assertThat(page(filled).select("input[name=way][checked]").val()).isEqualTo("EMAIL");
    }

    @Test
    void whatOthersFollowSaysNothingOfThePerson() {
        var number = receiveRequest
                .receive(
                        new Actor.Resident(),
                        RequestFixture.said(
                                "Un secret",
                                new Contact(
                                        AnswerWay.EMAIL,
                                        Optional.of("Zélie Martin"),
                                        Optional.of(email),
                                        Optional.empty(),
                                        Optional.empty())))
                .number()
                .toString();

        var found = post("chercher", "who", "who", email);

        assertThat(body(found)).contains(number, "Suivies par d’autres services");
        assertThat(body(found)).doesNotContain("Zélie", "Un secret", "name=\"reprendre\"");
        assertThat(post("reprendre", number, "who", email)).hasStatus(404);
    }

    @Test
    void nobodyFoundIsNoObstacle() {
        assertThat(body(post("chercher", "who", "who", "nobody@example.org"))).contains("Aucune demande trouvée");
    }

    @Test
    void whatNobodyIsKnownByIsNotTypedTwice() {
        assertThat(typed(post("chercher", "who", "who", "06 99 98 97 96"), "contact.phone"))
                .isEqualTo("06 99 98 97 96");
        assertThat(typed(post("chercher", "who", "who", "nobody@example.org"), "contact.email"))
                .isEqualTo("nobody@example.org");
        assertThat(typed(post("chercher", "who", "who", "Ysaline Quidam"), "contact.name"))
                .isEqualTo("Ysaline Quidam");
        assertThat(typed(post("chercher", "who", "who", "Ysaline Quidam", "contact.name", "Sa sœur"), "contact.name"))
                .isEqualTo("Sa sœur");
    }

    @Test
    void aPlaceThatIsNotOnTheMapIsSaidToBeKept() {
        assertThat(body(post("chercher", "place", "place", "derrière le grand chêne")))
                .contains("Le lieu est gardé comme vous l’avez écrit");
    }

    @Test
    void whatWasReportedNearbyIsShownBeforeFiling() {
        var first = post(
                "channel",
                "PHONE",
                "description",
                "Éteint",
                "way",
                "NONE",
                "subject",
                "lampadaire-eteint",
                "place",
                "12 rue Garibaldi",
                "placeAsked",
                "12 rue Garibaldi",
                "placeChoice",
                address());
        var number = redirect(first).replaceAll(".*/demandes/(.*)/recu", "$1");

        var found = post(
                "chercher",
                "place",
                "place",
                "12 rue Garibaldi",
                "placeAsked",
                "12 rue Garibaldi",
                "placeChoice",
                address());

        assertThat(body(found)).contains("Déjà signalé", number, "Lampadaire");
        assertThat(body(found)).doesNotContain("Éteint<");
    }

    @Test
    void whatIsAnsweredOnTheSpotIsNoRequest() {
        var before =
                encounters.ofToday(reception, Encounter.Position.START, 100).size();
        var key = RequestId.next().value().toString();
        var fields = new String[] {
            "key",
            key,
            "surplace",
            "oui",
            "channel",
            "COUNTER",
            "subject",
            "lampadaire-eteint",
            "needs",
            "READING",
            "language",
            "ar",
            "minutes",
            "4"
        };

        assertThat(redirect(post(fields))).isEqualTo(ADDRESS);
        assertThat(redirect(post(fields))).isEqualTo(ADDRESS);

        assertThat(encounters.ofToday(reception, Encounter.Position.START, 100)).hasSize(before + 1);
        assertThat(body(get("/agents/contacts"))).contains("Lampadaire", "Aide pour lire", "4 minutes", "العربية");
    }

    @Test
    void anEncounterIsAboutSomethingInAFewWords() {
        var nothing = post("surplace", "oui", "channel", "COUNTER");
        var much = post("surplace", "oui", "channel", "COUNTER", "description", "x".repeat(301));
        var tooLong = post("surplace", "oui", "channel", "PHONE", "description", "Horaires", "minutes", "999");

        assertThat(body(nothing)).contains("Choisissez un sujet, ou dites");
        assertThat(body(much)).contains("300 caractères au plus, ou ouvrez");
        assertThat(body(tooLong)).contains("de 1 à 240 minutes");
        assertThat(typed(tooLong, "description")).isEqualTo("Horaires");
    }

    @Test
    void aRecordIsKeptWithTheRequestOnlyForOneOfTheTwoReasons() {
        var last = ResidentFixture.word();
        var key = RequestId.next().value().toString();
        String[] said = {
            "key",
            key,
            "channel",
            "COUNTER",
            "description",
            "Un trou",
            "way",
            "PHONE",
            "contact.phone",
            "06 12 34 56 78",
            "contact.name",
            "Jeanne " + last
        };

        var law = post(with(said, "grounds.basis", "LAW"));
        var words = post(with(said, "grounds.words", "Elle le veut"));
        assertThat(page(law).select(".govuk-error-summary a").eachAttr("href")).containsExactly("#grounds.words");
        assertThat(page(words).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#grounds.basis");
        assertThat(readResidents.find(reception, last)).isEmpty();
        post(with(said, "grounds.basis", "WISH"));
        post(with(said, "grounds.basis", "WISH"));

        assertThat(readResidents.find(reception, last)).singleElement().satisfies(card -> {
            assertThat(card.way()).isEqualTo(AnswerWay.PHONE);
            assertThat(card.details()).hasSize(2);
        });
    }

    @Test
    void withoutAReasonNothingIsKept() {
        var last = ResidentFixture.word();

        post("channel", "COUNTER", "description", "Un trou", "way", "NONE", "contact.name", "Jeanne " + last);

        assertThat(readResidents.find(reception, last)).isEmpty();
    }

    @Test
    void whoHasARecordIsFoundTakenOverAndTheRequestIsTiedToIt() {
        var last = ResidentFixture.word();
        var id = keepResident.keep(
                reception,
                ResidentFixture.wishing(
                        ResidentFixture.name("Jeanne " + last), ResidentFixture.phone("01 99 00 45 10")));
        var found = post("chercher", "who", "who", last);
        assertThat(page(found).select("button[name=fiche]").eachAttr("value"))
                .containsExactly(id.value().toString());

        var taken = post("fiche", id.value().toString(), "who", last, "description", "Déjà tapé");
        assertThat(typed(taken, "contact.phone")).isEqualTo("01 99 00 45 10");
        assertThat(typed(taken, "description")).isEqualTo("Déjà tapé");
        assertThat(page(taken).select("input[name=resident][checked]").eachAttr("value"))
                .containsExactly(id.value().toString());
        var filed = post(
                "channel",
                "COUNTER",
                "description",
                "Un trou",
                "way",
                "NONE",
                "resident",
                id.value().toString());

        var number = redirect(filed).replaceAll(".*demandes/(.*)/recu", "$1");
        assertThat(body(get("/agents/demandes/" + number))).contains("/agents/usagers/" + id.value());
        assertThat(body(get("/agents/usagers/" + id.value()))).contains(number);
        assertThat(post("fiche", "pas une fiche")).hasStatus(404);
        assertThat(redirect(
                        post("channel", "COUNTER", "description", "Un trou", "way", "NONE", "resident", "n’importe")))
                .endsWith("/recu");
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    private String address() {
        var found = post("chercher", "place", "place", "12 rue Garibaldi");
        var choices = page(found).select("input[name=placeChoice]");
        return choices.isEmpty() ? "" : choices.val();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signedIn(reception)).exchange();
    }

    private MvcTestResult post(String... parameters) {
        var all = new ArrayList<>(List.of(parameters));
        if (!all.contains("key")) {
            all.addAll(List.of("key", RequestId.next().value().toString()));
        }
        var request = mvc.post().uri(ADDRESS).with(csrf()).with(signedIn(reception));
        for (var i = 0; i < all.size(); i += 2) {
            request = request.param(all.get(i), all.get(i + 1));
        }
        return request.exchange();
    }
}
