package fr.traboule;

import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.DeliverByHand;
import fr.traboule.requests.DeliveryId;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Every form of the agents' pages, found on its page, with what does harm in each field that takes words, and once more with
 * everything forged, hidden fields and choices too. Each is answered in a sentence, and what was typed is there still.
 */
@WholeProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFormsTests {

    /** {@code N} is the number of a request of one's own, {@code D} a call that somebody waits for. */
    private static final List<String> PAGES = List.of(
            "/agents",
            "/agents?choisir=oui",
            "/agents/recherche",
            "/agents/vues/nouvelle?vue=late",
            "/agents/nouvelle",
            "/agents/rappels/nouveau",
            "/agents/absences",
            "/agents/courrier",
            "/agents/fiches-de-secours",
            "/agents/terrain",
            "/agents/usagers",
            "/agents/usagers/nouvelle",
            "/agents/courriers-et-appels",
            "/agents/courriers-et-appels/D",
            "/agents/demandes/N",
            "/agents/demandes/N/avis",
            "/agents/demandes/N/reclamation",
            "/agents/demandes/N/corriger",
            "/agents/demandes/N/liens",
            "/agents/demandes/N/fichiers");

    /** Each kind of them once: there are many forms. */
    private static final List<String> WORDS = List.of(
            "\"><img src=x onerror=alert(1)><script>alert(1)</script>",
            "'; drop table requests.request; --",
            "a\r\nSet-Cookie: traboule=stolen",
            "\ud800 a\u0000b",
            "x".repeat(20_000));

    private static final Set<String> NOT_FORGED = Set.of("_csrf");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    DeliverByHand deliver;

    @Autowired
    ReadRequests read;

    @Autowired
    StaffFixture staff;

    private Actor.Agent agent;
    private RequestNumber number;
    private DeliveryId call;

    /** One for all pages: a version that is no longer that of the request is answered too. */
    @BeforeAll
    void anAgentWithARequest() {
        agent = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
    }

    @BeforeEach
    void aRequest() {
        number = receive.receive(new Actor.Resident(), RequestFixture.said("Un trou devant l’école"))
                .number();
        call = callOf(receive.receive(
                        new Actor.Resident(), RequestFixture.said("Un trou", RequestFixture.byPhone("01 99 00 45 12")))
                .number());
    }

    private DeliveryId callOf(RequestNumber answered) {
        handle.answer(agent, new HandleRequest.Seen(answered, 0), "C’est réparé.");
        var sheet = read.seenBy(agent, answered).orElseThrow();
        return deliver.waitingFor(sheet.request()).getFirst().id();
    }

    static Stream<Arguments> attacks() {
        return PAGES.stream().flatMap(page -> WORDS.stream().map(words -> Arguments.of(page, words)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("attacks")
    void whatIsTypedDoesNoHarmAndIsNotLost(String page, String words) {
        for (var button : buttons(page)) {
            var answer = send(button, words, false);

            Hostile.requireHarmless(answer);
            requireSentence(answer);
            if (!Answer.page(answer).select(".govuk-error-summary").isEmpty()) {
                requireTyped(button, answer, words);
            }
        }
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("attacks")
    void whatIsForgedDoesNoHarm(String page, String words) {
        for (var button : buttons(page)) {
            var answer = send(button, words, true);

            Hostile.requireHarmless(answer);
            requireSentence(answer);
        }
    }

    /** Every button of the page, in its form. */
    private List<Element> buttons(String page) {
        var shown = mvc.get()
                .uri(page.replace("D", call.toString()).replace("N", number.toString()))
                .with(signedIn(agent))
                .exchange();
        assertThat(shown.getResponse().getStatus()).as(page).isEqualTo(200);
        var buttons = Answer.page(shown).select("main form button[type=submit]");
        assertThat(buttons).isNotEmpty();
        return buttons;
    }

    private MvcTestResult send(Element button, String words, boolean forged) {
        var form = button.closest("form");
        assertThat(form).isNotNull();
        var address = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        var request = form.attr("method").equals("post")
                ? mvc.post().uri(address).with(csrf())
                : mvc.get().uri(address);
        if (button.hasAttr("name")) {
            request.param(button.attr("name"), forged ? words : button.attr("value"));
        }
        form.select("input[name], textarea[name], select[name]").stream()
                .filter(field -> !NOT_FORGED.contains(field.attr("name"))
                        && !field.attr("type").equals("file"))
                .forEach(field -> request.param(field.attr("name"), forged || isTyped(field) ? words : chosen(field)));
        return request.with(signedIn(agent)).exchange();
    }

    private static boolean isTyped(Element field) {
        return field.is("textarea, input[type=text], input[type=search], input[type=email], input[type=tel]");
    }

    private static String chosen(Element field) {
        return field.is("select") ? field.select("option").last().attr("value") : field.attr("value");
    }

    /** A page with a heading, another one to go to, or a file; what is refused with no page of its own has that of failures. */
    private static void requireSentence(MvcTestResult answer) {
        var type = Objects.requireNonNullElse(answer.getResponse().getContentType(), "");
        if (type.startsWith("text/html") && answer.getResponse().getStatus() / 100 != 3) {
            assertThat(Answer.page(answer).select("h1").text()).isNotBlank();
        }
    }

    private static void requireTyped(Element button, MvcTestResult answer, String words) {
        var form = button.closest("form");
        assertThat(form).isNotNull();
        var page = Answer.page(answer);
        for (var field : form.select("textarea, input[type=text]")) {
            var shown = page.select("[name='" + field.attr("name") + "']").first();
            if (shown != null) {
                assertThat(plain(shown.is("textarea") ? shown.wholeText() : shown.attr("value")))
                        .as(field.attr("name"))
                        .isEqualTo(plain(words));
            }
        }
    }

    /** Browsers send line ends in their own way, and a field of one line has none. */
    private static String plain(String words) {
        return words.replaceAll("[\\s\\u0000]+", " ").strip();
    }
}
