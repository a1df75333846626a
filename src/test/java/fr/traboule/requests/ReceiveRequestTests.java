package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeProgramTest
class ReceiveRequestTests {

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    ReadRequests readRequests;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void saidInOneWordByNobodyItIsReceivedAllTheSame() {
        var request = tracked(receive(RequestFixture.said("Trou")));

        assertThat(request.status()).isEqualTo(RequestStatus.RECEIVED);
        assertThat(directory.unit(request.unit()).open()).isTrue();
    }

    @Test
    void whatNobodyKnowsHowToPlaceGoesToTriage() {
        assertThat(tracked(receive(RequestFixture.said("Bonjour"))).unit())
                .isEqualTo(directory.settings().triageUnit());
    }

    @Test
    void aComplaintNeverGoesToTheUnitComplainedOf() {
        var complaint = about("reclamation-service");

        assertThat(tracked(receive(complaint)).unit())
                .isEqualTo(directory.settings().complaintUnit());
    }

    /** Invariant I6: a date on everything. */
    @Test
    void anAnswerIsPromisedInTheWorkingDaysOfItsSubject() {
        var lamp = tracked(receive(about("lampadaire-eteint")));

        var days = subjects.byCode("lampadaire-eteint").orElseThrow().promiseDays();
        assertThat(lamp.dueOn()).isEqualTo(workingDays.plus(CityTime.day(clock.instant()), days));
    }

    @Test
    void sentTwiceItIsReceivedOnceAndGetsTheSameReceipt() {
        var said = RequestFixture.said("Le lampadaire est éteint");

        assertThat(receive(said)).isEqualTo(receive(said));
    }

    @Test
    void sentManyTimesAtOnceItIsReceivedOnce() throws Exception {
        var said = RequestFixture.said("Le lampadaire est éteint");
        List<Future<Receipt>> receipts = new ArrayList<>();

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++) {
                receipts.add(senders.submit(() -> receive(said)));
            }
        }

        assertThat(receipts.stream().map(Future::resultNow).distinct()).hasSize(1);
        assertThat(count("requests.history where subject_id = ?", said.id())).isEqualTo(1);
    }

    /** Decision D3: one transaction. */
    @Test
    void requestHistoryQueueAndMessageAreWrittenTogetherOrNotAtAll() {
        var said = RequestFixture.said("Trou", RequestFixture.byEmail("jeanne@demo.example"));

        transaction.executeWithoutResult(status -> {
            receive(said);
            status.setRollbackOnly();
        });

        assertThat(traces(said.id())).containsOnly(0L);
        receive(said);
        assertThat(traces(said.id())).containsOnly(1L);
    }

    /** Invariant I5: exactly one unit answers at every instant; the database refuses two. */
    @Test
    void theDatabaseRefusesTwoUnitsAtOnce() {
        var said = RequestFixture.said("Trou");
        receive(said);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql("""
                                insert into requests.unit_period (request_id, unit_id, period)
                                values (?, ?, tstzrange(now(), null))
                                """)
                        .params(
                                said.id().value(),
                                directory.settings().triageUnit().value())
                        .update())
                .hasStackTraceContaining("one_unit_at_a_time");
    }

    @Test
    void thePersonIsWrittenToInTheirLanguageOnlyIfTheyChoseSo() {
        var said = RequestFixture.said("Hole", RequestFixture.byEmail("ann@demo.example"));
        var english = new NewRequest(
                said.id(), said.channel(), said.nature(), said.subject(), Language.EN, said.statement(), said.files());
        var receipt = receive(english);

        var mail = jdbc.sql(
                        "select message ->> 'subject' || ' ' || (message ->> 'text') from requests.outbox where subject_id = ?")
                .param(said.id().value())
                .query(String.class)
                .single();
        assertThat(mail)
                .startsWith("Your request " + receipt.number() + " has been received")
                .contains(receipt.secret().toString())
                .contains("/suivi/" + receipt.number() + "?code=" + receipt.secret());
    }

    @Test
    void theHistoryKeepsNoWordOfWhatWasSaid() {
        var said = RequestFixture.said("Mon secret", RequestFixture.byEmail("jeanne@demo.example"));
        receive(said);

        assertThat(jdbc.sql("select details::text from requests.history where subject_id = ?")
                        .param(said.id().value())
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("jeanne");
    }

    private NewRequest about(String subject) {
        var said = RequestFixture.said("Bonjour");
        return new NewRequest(
                said.id(),
                said.channel(),
                said.nature(),
                Optional.of(subjects.byCode(subject).orElseThrow()),
                said.language(),
                said.statement(),
                said.files());
    }

    private Receipt receive(NewRequest said) {
        return receiveRequest.receive(new Actor.Resident(), said);
    }

    private Request tracked(Receipt receipt) {
        return readRequests
                .tracked(receipt.number(), receipt.secret())
                .orElseThrow()
                .request();
    }

    private List<Long> traces(RequestId id) {
        return List.of(
                count("requests.request where id = ?", id),
                count("requests.statement where request_id = ?", id),
                count("requests.unit_period where request_id = ?", id),
                count("requests.search_entry where request_id = ?", id),
                count("requests.history where subject_id = ?", id),
                count("requests.outbox where subject_id = ?", id));
    }

    private long count(String from, RequestId id) {
        return jdbc.sql("select count(*) from " + from)
                .param(id.value())
                .query(Long.class)
                .single();
    }
}
