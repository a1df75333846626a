package fr.traboule.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.requests.ArchiveRequests;
import fr.traboule.retention.DecideElimination.Outcome;
import fr.traboule.web.NotFound;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is destroyed, by a visa and no other way, and what its certificate tells. */
@WholeProgramTest
class EliminationTests {

    @Autowired
    KeptFixture fixture;

    @Autowired
    EliminationFixture lists;

    @Autowired
    DecideElimination decide;

    @Autowired
    KeptRequests kept;

    @Autowired
    Proposals proposals;

    @Autowired
    ArchiveRequests archiveRequests;

    @Autowired
    WorkFixture works;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Actor.Agent officer;
    private Actor.Agent archivist;

    @BeforeEach
    void people() {
        officer = fixture.officer();
        archivist = fixture.archivist();
    }

    /** The role with which the program works, whatever the program says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from requests.statement",
                "update requests.statement set description = ''",
                "delete from requests.message",
                "update requests.message set words = ''",
                "delete from requests.request",
                "update requests.request set destroyed_at = now() where archived_at is not null",
                "delete from requests.search_entry",
                "delete from requests.outbox",
                "delete from requests.opinion",
                "select requests.destroy_content(array(select id from requests.request), now())",
                "insert into retention.certificate select * from retention.certificate",
                "update retention.certificate set requests = 0",
                "delete from retention.certificate",
                "update retention.visa set signatory = 'X'",
                "delete from retention.visa",
                "update retention.proposal set state = 'signed'",
                "delete from retention.proposal_entry",
                "update retention.proposal_entry set destroyed_at = now()",
                "update retention.proposal set proposed_by = proposed_by",
                "delete from retention.hold",
                "truncate retention.visa"
            })
    void theDatabaseRefusesTheApplicationToDestroyOrToForge(String sql) {
        fixture.due();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> run(sql))
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|without a visa|only ever added to).*");
    }

    private void run(String sql) {
        if (sql.startsWith("select")) {
            jdbc.sql(sql).query((row, number) -> 0).list();
        } else {
            jdbc.sql(sql).update();
        }
    }

    @Test
    void nothingIsDestroyedOfAListWithoutAVisa() {
        var due = fixture.due();
        var list = lists.proposed(officer);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> proposals.destroyNext(list, 10, clock.instant()))
                .withMessageContaining("Nothing is destroyed without a visa");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("select retention.sign(?, now())")
                        .param(list.value())
                        .query((row, number) -> 0)
                        .list());
        assertThat(decide.carryOut(officer, list)).isEmpty();
        assertThat(fixture.isDestroyed(due)).isFalse();
    }

    @Test
    void aFileOfARequestIsNotRemovedByTheApplication() {
        var number = fixture.due();
        fixture.attach(number, "plain.txt");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from requests.file where owner_id = ?")
                        .param(fixture.id(number))
                        .update());
    }

    @Test
    void theCertificateTellsWhatWasDestroyedNoMoreAndNoLess() throws Exception {
        var destroyed = List.of(fixture.due(), fixture.due());
        var keptForEver = fixture.due();
        var list = lists.proposed(officer);
        assertThat(decide.takeOut(archivist, list, List.of(fixture.id(keptForEver)), OutReason.KEEP))
                .isEqualTo(Outcome.DONE);
        lists.sign(archivist, list);

        lists.carryOut(officer, list);

        var certificate = proposals.certificate(list).orElseThrow();
        assertThat(certificate.signatory()).isEqualTo("Jeanne Martin, directrice");
        assertThat(certificate.visaBy()).isEqualTo(archivist.account());
        assertThat(certificate.proposedBy()).isEqualTo(officer.account());
        assertThat(certificate.takenOut()).isEqualTo(1);
        assertThat(lists.state(list)).isEqualTo(ProposalState.DONE);
        var numbers = proposals.destroyedNumbers(list);
        assertThat(numbers)
                .hasSize(certificate.requests())
                .contains(destroyed.getFirst().signs(), destroyed.getLast().signs())
                .doesNotContain(keptForEver.signs());
        var text = numbers.stream().sorted().map(number -> number + "\n").collect(joining());
        assertThat(certificate.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8))));
        assertThat(fixture.isDestroyed(keptForEver)).isFalse();
        fixture.due();
        assertThat(lists.numbers(lists.proposed(officer)))
                .as("never proposed again")
                .doesNotContain(keptForEver);
    }

    /** Killed in a portion, it is undone; killed between two, it goes on. */
    @Test
    void stoppedInTheMiddleItGoesOnAndTheCertificateIsExact() {
        var numbers = Stream.generate(fixture::due).limit(5).toList();
        var list = lists.signed(officer, archivist);

        transaction.executeWithoutResult(status -> {
            archiveRequests.tellDestroyed(officer, proposals.destroyNext(list, 2, clock.instant()));
            status.setRollbackOnly();
        });
        assertThat(proposals.extent(list).destroyed()).isZero();
        transaction.executeWithoutResult(
                status -> archiveRequests.tellDestroyed(officer, proposals.destroyNext(list, 2, clock.instant())));
        assertThat(proposals.extent(list).destroyed()).isEqualTo(2);
        assertThatExceptionOfType(DataAccessException.class)
                .as("no certificate before the end")
                .isThrownBy(() -> proposals.certify(list, clock.instant()));

        lists.carryOut(officer, list);

        assertThat(numbers).allMatch(fixture::isDestroyed);
        assertThat(proposals.certificate(list).orElseThrow().requests())
                .isEqualTo(proposals.destroyedNumbers(list).size());
        for (var number : numbers) {
            assertThat(fixture.facts(number).stream().filter("destroyed"::equals))
                    .hasSize(1);
        }
        carryOutAgain(list);
    }

    private void carryOutAgain(ProposalId list) {
        assertThat(decide.carryOut(officer, list)).as("it is done").isEmpty();
    }

    /** Whoever comes second finds what the first did: a request is opened again or destroyed, never both. */
    @Test
    void openedAgainAtTheVeryMomentItIsOneOrTheOther() throws Exception {
        for (var round = 0; round < 10; round++) {
            var number = fixture.due();
            var list = lists.signed(officer, archivist);
            var start = new CountDownLatch(1);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var back = threads.submit(() -> {
                    start.await();
                    try {
                        return kept.bringBack(archivist, number, "Un recours");
                    } catch (NotFound gone) {
                        return false;
                    }
                });
                var gone = threads.submit(() -> {
                    start.await();
                    return transaction.execute(status -> {
                        var destroyed = proposals.destroyNext(list, 100, clock.instant());
                        archiveRequests.tellDestroyed(officer, destroyed);
                        return destroyed.size();
                    });
                });
                start.countDown();
                gone.get();
                assertThat(back.get()).isNotEqualTo(fixture.isDestroyed(number));
            }
            lists.carryOut(officer, list);
        }
    }
}
