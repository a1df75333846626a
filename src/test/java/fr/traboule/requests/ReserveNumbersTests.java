package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.routing.Nature;
import fr.traboule.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers given away on paper, and requests that came in before they are written down. */
@WholeProgramTest
class ReserveNumbersTests {

    @Autowired
    ReserveNumbers numbers;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    ReadRequests readRequests;

    @Autowired
    Directory directory;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor.ForResident agent;

    @BeforeEach
    void anAgent() {
        agent = new Actor.ForResident(staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil"));
    }

    @Test
    void theRequestHasTheNumberAndTheSecretThatWereGivenAway() {
        var reserved = numbers.reserve(agent, 1).getFirst();

        var receipt = receiveRequest.receive(agent, said(reserved.request(), Optional.empty()));

        assertThat(receipt).isEqualTo(reserved.receipt());
        assertThat(readRequests.tracked(receipt.number(), receipt.secret())).isPresent();
    }

    @Test
    void aNumberThatWasGivenAwayIsNeverDrawnForAnother() {
        var seed = new Random().nextLong();
        var first = RequestNumber.random(new Random(seed));
        jdbc.sql("insert into requests.reserved_number (request_id, number, reserved_at) values (?, ?, now())")
                .params(RequestId.next().value(), first.signs())
                .update();

        assertThat(numbers.free(new Random(seed))).isNotEqualTo(first);
    }

    @Test
    void typedInTwiceAtOnceItIsOneRequest() throws Exception {
        var reserved = numbers.reserve(agent, 1).getFirst();
        var wanted = said(reserved.request(), Optional.empty());
        List<Future<Receipt>> receipts;

        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            receipts = agents.invokeAll(
                    Stream.<Callable<Receipt>>generate(() -> () -> receiveRequest.receive(agent, wanted))
                            .limit(10)
                            .toList());
        }

        assertThat(receipts.stream().map(Future::resultNow).distinct()).containsExactly(reserved.receipt());
    }

    @Test
    void manyReserveAtOnceAndNoneGetsTheSame() throws Exception {
        var all = new HashSet<RequestNumber>();

        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            var batches = agents.invokeAll(
                    Stream.<Callable<List<ReserveNumbers.Reserved>>>generate(() -> () -> numbers.reserve(agent, 20))
                            .limit(5)
                            .toList());
            batches.forEach(batch ->
                    batch.resultNow().forEach(one -> all.add(one.receipt().number())));
        }

        assertThat(all).hasSize(100);
    }

    /** The promise and the receipt count from the day of arrival, not from that of typing. */
    @Test
    void whatCameInEarlierIsPromisedFromThen() {
        var arrived = CityTime.startOf(CityTime.day(clock.instant()).minusDays(10));

        var receipt = receiveRequest.receive(agent, said(RequestId.next(), Optional.of(arrived)));

        var sheet = readRequests.tracked(receipt.number(), receipt.secret()).orElseThrow();
        assertThat(sheet.request().receivedAt()).isEqualTo(arrived);
        assertThat(sheet.request().dueOn())
                .isEqualTo(workingDays.plus(
                        CityTime.day(arrived), directory.settings().promiseDays()));
        assertThat(sheet.story()).extracting(RequestStory::kind).containsExactly(FactKind.RECEIVED, FactKind.TYPED_IN);
        assertThat(sheet.story().getFirst().at()).isEqualTo(arrived);
        assertThat(sheet.story().getLast().at()).isAfter(clock.instant().minus(Duration.ofMinutes(5)));
    }

    @Test
    void nothingComesInFromTheFutureOrFromLongAgoOrEarlierForAResident() {
        var now = clock.instant();

        for (var at : List.of(now.plusSeconds(60), now.minus(Duration.ofDays(800)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> receiveRequest.receive(agent, said(RequestId.next(), Optional.of(at))));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receiveRequest.receive(
                        new Actor.Resident(), said(RequestId.next(), Optional.of(now.minus(Duration.ofDays(1))))));
    }

    private static NewRequest said(RequestId id, Optional<Instant> arrivedAt) {
        return new NewRequest(
                id,
                Channel.LETTER,
                Nature.QUESTION,
                Optional.empty(),
                Language.FR,
                new Statement("Un trou", Optional.empty(), Contact.NONE),
                List.of(),
                arrivedAt,
                Optional.empty());
    }
}
