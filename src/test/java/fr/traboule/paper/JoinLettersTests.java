package fr.traboule.paper;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.files.FileStore;
import fr.traboule.paper.HandleLetters.Outcome;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Several scanned files are one letter: each stays in the register, and they become one request. */
@WholeProgramTest
class JoinLettersTests {

    private static final String ADDRESS = "/agents/courrier/";
    private static final String UNIT = "mairie-3-accueil";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    PaperFixture paper;

    @Autowired
    HandleLetters handle;

    @Autowired
    ReadLetters readLetters;

    @Autowired
    FileStore requestsFiles;

    @Autowired
    Clock clock;

    private Actor.Agent agent;
    private LocalDate today;
    private LetterId first;
    private LetterId second;

    @BeforeEach
    void twoFilesOfOneLetter() {
        agent = staff.agent(Role.RECEPTION_AGENT, UNIT);
        today = CityTime.day(clock.instant());
        first = paper.letter(agent, UNIT, today);
        second = paper.letter(agent, UNIT, today);
    }

    @Test
    void theyBecomeOneRequestWithBothFiles() {
        assertThat(handle.join(agent, second, 0, first)).isEqualTo(Outcome.DONE);

        assertThat(readLetters.find(agent, second).orElseThrow().isToQualify()).isFalse();
        assertThat(readLetters.register(agent, new UUID(-1, -1), 10))
                .extracting(Letter::id)
                .contains(first, second);
        assertThat(handle.filed(agent, first)).isTrue();

        assertThat(requestsFiles.of(first.value())).hasSize(2);
        assertThat(readLetters.file(agent, second)).containsInstanceOf(FileStore.Content.class);
        assertThat(handle.separate(agent, second, 1)).as("too late").isEqualTo(Outcome.CHANGED_MEANWHILE);
    }

    @Test
    void whatWasJoinedByMistakeIsALetterAgain() {
        handle.join(agent, second, 0, first);

        assertThat(handle.separate(agent, second, 1)).isEqualTo(Outcome.DONE);
        assertThat(readLetters.find(agent, second).orElseThrow().isToQualify()).isTrue();
        assertThat(handle.filed(agent, first)).isTrue();
        assertThat(requestsFiles.of(first.value())).hasSize(1);
        assertThat(requestsFiles.of(second.value())).hasSize(1);
    }

    @Test
    void neitherToItselfNorInAChainNorToWhatIsOverNorTwice() {
        var third = paper.letter(agent, UNIT, today);

        assertThat(handle.join(agent, first, 0, first)).isEqualTo(Outcome.CHANGED_MEANWHILE);
        handle.join(agent, second, 0, first);
        assertThat(handle.join(agent, second, 0, third)).isEqualTo(Outcome.CHANGED_MEANWHILE);
        assertThat(handle.join(agent, first, 0, third)).as("has another").isEqualTo(Outcome.CHANGED_MEANWHILE);
        assertThat(handle.join(agent, third, 0, second)).as("is joined").isEqualTo(Outcome.CHANGED_MEANWHILE);
        assertThat(handle.join(agent, third, 7, first)).as("stale").isEqualTo(Outcome.CHANGED_MEANWHILE);
        handle.filed(agent, first);
        assertThat(handle.join(agent, third, 0, first)).as("is a request").isEqualTo(Outcome.CHANGED_MEANWHILE);
    }

    @Test
    void aLetterThatOneDoesNotSeeIsNotThere() {
        var stranger = staff.agent(Role.RECEPTION_AGENT, "mairie-9-accueil");
        var theirs = paper.letter(stranger, "mairie-9-accueil", today);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> handle.join(agent, second, 0, theirs));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> handle.join(stranger, second, 0, theirs));
    }

    @Test
    void thePageOffersItAndLeadsFromOneToTheOther() {
        assertThat(page(get(second)).select("select[name=to] option").eachAttr("value"))
                .contains(first.value().toString())
                .doesNotContain(second.value().toString());

        assertThat(post(second, "joindre", "version", "0", "to", first.value().toString()))
                .hasRedirectedUrl(ADDRESS + second.value());

        assertThat(page(get(second)).select("main a[href=" + ADDRESS + first.value() + "]"))
                .isNotEmpty();
        assertThat(body(get(first))).contains("Autres fichiers du même courrier");
        assertThat(body(post(
                        second, "joindre", "version", "0", "to", first.value().toString())))
                .contains("Quelqu’un a modifié ce courrier");
        assertThat(post(second, "separer", "version", "1")).hasRedirectedUrl(ADDRESS + second.value());
        assertThat(body(post(second, "joindre", "version", "2"))).contains("Choisissez le courrier");
    }

    private MvcTestResult get(LetterId letter) {
        return mvc.get().uri(ADDRESS + letter.value()).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(LetterId letter, String act, String... fields) {
        var request = mvc.post()
                .uri(ADDRESS + letter.value() + "/" + act)
                .with(signedIn(agent))
                .with(csrf());
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
