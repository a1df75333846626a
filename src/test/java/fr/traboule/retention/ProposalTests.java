package fr.traboule.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.retention.DecideElimination.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be put on a list to be destroyed, and who decides about it. */
@WholeProgramTest
class ProposalTests {

    @Autowired
    KeptFixture fixture;

    @Autowired
    EliminationFixture lists;

    @Autowired
    ProposeElimination propose;

    @Autowired
    DecideElimination decide;

    @Autowired
    KeptRequests kept;

    @Autowired
    Proposals proposals;

    @Autowired
    StaffFixture staff;

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

    @Test
    void aListHasWhatIsPastItsTimeByAConfirmedRuleOnly() {
        var due = fixture.due();
        var young = fixture.answered(KeptFixture.LAMP, fixture.today().minusMonths(20));
        var unconfirmed = fixture.answered("question-generale", fixture.today().minusMonths(100));
        var forEver = fixture.answered("suggestion", fixture.today().minusMonths(100));
        fixture.archive();

        assertThat(lists.numbers(lists.proposed(officer))).contains(due).doesNotContain(young, unconfirmed, forEver);
        assertThat(propose.ready(officer).unconfirmed()).isPositive();
    }

    @Test
    void nothingIsOnTwoLists() {
        var due = fixture.due();
        var first = lists.proposed(officer);
        fixture.due();
        var second = lists.proposed(officer);

        assertThat(lists.numbers(first)).contains(due);
        assertThat(lists.numbers(second)).doesNotContain(due);
    }

    @Test
    void whoProposesDoesNotApproveNeitherHereNorInTheDatabase() {
        fixture.due();
        var list = propose.propose(archivist).orElseThrow();

        assertThat(lists.sign(archivist, list)).isEqualTo(Outcome.OWN);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> proposals.sign(list, visa(archivist, Optional.of("V-1")), clock.instant())))
                .withMessageContaining("Who proposes does not approve");
        assertThat(lists.sign(fixture.archivist(), list)).isEqualTo(Outcome.DONE);
        assertThat(lists.sign(fixture.archivist(), list)).as("once").isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void theVisaHasAReferenceWhereARuleAsksForIt() {
        fixture.due();
        var list = lists.proposed(officer);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> decide.sign(archivist, list, fixture.today(), "Quelqu’un", Optional.empty()))
                .withMessageContaining("The visa has a reference");
        assertThat(lists.state(list)).isEqualTo(ProposalState.PROPOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ARCHIVIST", "DATA_PROTECTION_OFFICER", "RESIDENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void othersNeitherSeeNorProposeNorDecide(Role role) {
        fixture.due();
        var list = lists.proposed(officer);
        var other = staff.agent(role);

        for (Callable<?> act : List.<Callable<?>>of(
                () -> propose.ready(other),
                () -> propose.propose(other),
                () -> lists.sign(other, list),
                () -> decide.refuse(other, list, "Non"),
                () -> decide.takeOut(other, list, List.of(), OutReason.KEEP),
                () -> decide.carryOut(other, list))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(act::call);
        }
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("the officer proposes, and does not approve")
                .isThrownBy(() -> lists.sign(officer, list));
    }

    @Test
    void whatIsOnASignedListIsAddedToNoMore() {
        fixture.due();
        var list = lists.signed(officer, archivist);
        var later = fixture.due();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> jdbc.sql("""
                                insert into retention.proposal_entry (proposal_id, request_id, number, unit_id, received_at, ended_at, rule_code)
                                select ?, id, number, unit_id, received_at, ended_at, 'x' from requests.request where number = ?
                                """).params(list.value(), later.signs()).update())
                .withMessageContaining("added to no more");
    }

    @Test
    void heldItComesOffTheListAndWaits() {
        var held = fixture.due();
        var list = lists.signed(officer, archivist);

        assertThat(kept.hold(archivist, held, HoldReason.LITIGATION, Optional.empty()))
                .isTrue();
        assertThat(kept.hold(archivist, held, HoldReason.MEDIATION, Optional.empty()))
                .as("once")
                .isFalse();
        lists.carryOut(officer, list);

        assertThat(fixture.isDestroyed(held)).isFalse();
        assertThat(lists.outReason(list, held)).contains("held");
        fixture.due();
        assertThat(lists.numbers(lists.proposed(officer))).doesNotContain(held);
        kept.letGo(archivist, held);
        assertThat(lists.numbers(lists.proposed(officer))).contains(held);
    }

    @Test
    void openedAgainWhileProposedItComesOffTheList() {
        var back = fixture.due();
        var other = fixture.due();
        var list = lists.signed(officer, archivist);

        assertThat(kept.bringBack(archivist, back, "Un recours")).isTrue();
        lists.carryOut(officer, list);

        assertThat(lists.outReason(list, back)).contains("reopened");
        assertThat(fixture.isDestroyed(back)).isFalse();
        assertThat(fixture.isDestroyed(other)).isTrue();
    }

    @Test
    void refusedAllOfItMayBeProposedAgain() {
        var due = fixture.due();
        var list = lists.proposed(officer);

        assertThat(decide.refuse(archivist, list, "À trier d’abord")).isEqualTo(Outcome.DONE);

        assertThat(lists.state(list)).isEqualTo(ProposalState.REFUSED);
        assertThat(lists.sign(archivist, list)).isEqualTo(Outcome.NOT_NOW);
        assertThat(lists.numbers(lists.proposed(officer))).contains(due);
    }

    private Proposal.Visa visa(Actor.Agent agent, Optional<String> reference) {
        return new Proposal.Visa(agent.account(), fixture.today(), "Quelqu’un", reference);
    }
}
