package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.HandleRequest.ChangedMeanwhile;
import fr.traboule.requests.HandleRequest.Done;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.routing.Subjects;
import fr.traboule.web.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@WholeProgramTest
class HandleRequestTests {

    @Autowired
    FindRequests find;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    HandleRequest handle;

    @Autowired
    ReadRequests readRequests;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent officer;
    private NewRequest said;
    private RequestNumber number;

    @BeforeEach
    void aRequestInTriage() {
        officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        said = RequestFixture.said("Le lampadaire est éteint", RequestFixture.byEmail("jeanne@demo.example"));
        number = receiveRequest.receive(new Actor.Resident(), said).number();
    }

    @Test
    void takenAnsweredAndClosedItTellsItsWholeStory() {
        handle.take(officer, new Seen(number, 0));
        handle.note(officer, new Seen(number, 1), "Vu sur place");
        handle.answer(officer, new Seen(number, 1), "C’est réparé.");
        handle.close(officer, new Seen(number, 2));

        assertThat(sheet().story())
                .extracting(RequestStory::kind)
                .containsExactly(FactKind.RECEIVED, FactKind.TAKEN, FactKind.NOTED, FactKind.ANSWERED, FactKind.CLOSED);
        assertThat(sheet().request().status()).isEqualTo(RequestStatus.CLOSED);
    }

    @Test
    void thePersonReadsTheAnswerAndNeverTheNotes() {
        handle.note(officer, new Seen(number, 0), "Entre nous");
        handle.answer(officer, new Seen(number, 0), "C’est réparé.");

        var shown =
                sheet().story().stream().filter(story -> !story.isInternal()).flatMap(story -> story.words().stream());
        assertThat(shown).containsExactly("C’est réparé.");
    }

    @Test
    void theAnswerLeavesByEmailToWhoChoseIt() {
        handle.answer(officer, new Seen(number, 0), "C’est réparé.");

        assertThat(jdbc.sql(
                                "select message ->> 'text' from requests.outbox where subject_id = ? order by id desc limit 1")
                        .param(said.id().value())
                        .query(String.class)
                        .single())
                .contains("C’est réparé.")
                .contains(number.toString());
    }

    @Test
    void sayingWhatItIsAboutSendsItToTheRightUnit() {
        var lamp = subjects.byCode("lampadaire-eteint").orElseThrow();

        var outcome = handle.qualify(officer, new Seen(number, 0), lamp);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(done.request().unit())
                                .isEqualTo(directory
                                        .unit("eclairage-public")
                                        .orElseThrow()
                                        .id()));
        assertThat(readRequests.seenBy(officer, number))
                .as("it is no longer theirs")
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from requests.unit_period where request_id = ? and upper_inf(period)")
                        .param(said.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoDecidedOnAnOldVersionIsToldAndNothingIsWrittenOver() {
        var colleague = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        handle.answer(colleague, new Seen(number, 0), "Première réponse");

        assertThat(handle.answer(officer, new Seen(number, 0), "Deuxième réponse"))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(sheet().story().stream().flatMap(story -> story.words().stream()))
                .containsExactly("Première réponse");
    }

    @Test
    void ofManyAgentsWhoAnswerAtOnceOneDoes() throws Exception {
        List<Future<HandleRequest.Outcome>> outcomes = new ArrayList<>();
        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 12; i++) {
                var words = "Réponse " + i;
                outcomes.add(agents.submit(() -> handle.answer(officer, new Seen(number, 0), words)));
            }
        }

        assertThat(outcomes.stream().map(Future::resultNow).filter(Done.class::isInstance))
                .hasSize(1);
        assertThat(sheet().story().stream().filter(story -> story.kind() == FactKind.ANSWERED))
                .hasSize(1);
    }

    @Test
    void agentsOfAnotherUnitDoNotSeeItAndAreNotToldThatItExists() {
        var other = staff.agent(Role.CASE_OFFICER, "eclairage-public");

        assertThat(readRequests.seenBy(other, number)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> handle.take(other, new Seen(number, 0)));
        assertThat(find.search(other, "lampadaire éteint", RequestFilter.NONE, Optional.empty(), 50)
                        .entries())
                .noneMatch(entry -> entry.number().equals(number));
        assertThat(find.queue(other, RequestFilter.NONE, java.util.Optional.empty(), 500))
                .noneMatch(entry -> entry.number().equals(number));
    }

    @Test
    void theHeadOfAUnitSeesWhatTheUnitsBelowAnswerFor() {
        var head = staff.agent(Role.UNIT_HEAD, "relation-usagers");

        assertThat(readRequests.seenBy(head, number)).isPresent();
    }

    @Test
    void aReceptionAgentNotesButDoesNotAnswer() {
        var reception = staff.agent(Role.RECEPTION_AGENT, "orientation-demandes");

        assertThat(handle.note(reception, new Seen(number, 0), "La personne a rappelé"))
                .isInstanceOf(Done.class);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> handle.answer(reception, new Seen(number, 0), "Oui"));
    }

    @Test
    void whoFiledItForSomebodyStillSeesIt() {
        var reception = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
        var filed = receiveRequest.receive(new Actor.ForResident(reception), RequestFixture.said("Au guichet"));

        assertThat(readRequests.seenBy(reception, filed.number())).isPresent();
    }

    private RequestSheet sheet() {
        return readRequests.seenBy(officer, number).orElseThrow();
    }
}
