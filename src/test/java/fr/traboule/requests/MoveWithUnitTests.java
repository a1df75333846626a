package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.history.History;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.ChangeId;
import fr.traboule.records.Changes;
import fr.traboule.records.JdbcChanges;
import fr.traboule.records.Line;
import fr.traboule.records.Proposal;
import fr.traboule.records.RecordFiles;
import fr.traboule.routing.Subjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A unit that closes: what it has in hand, its agents and its subjects go to its successor, and come back if it is undone. */
@WholeProgramTest
@Transactional
class MoveWithUnitTests {

    private static final String UNIT = "eclairage-public";
    private static final String SUCCESSOR = "relations-metropole";

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    Requests requests;

    @Autowired
    ReadRequests read;

    @Autowired
    MoveWithUnit move;

    @Autowired
    History requestsHistory;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    Posts posts;

    @Autowired
    Changes changes;

    @Autowired
    JdbcChanges book;

    @Autowired
    RecordFiles files;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent administrator;

    @BeforeEach
    void signIn() {
        administrator = staff.agent(Role.ADMINISTRATOR);
    }

    @Test
    void openRequestsGoToTheSuccessorAndKeepWhoHasThemInHand() {
        var agent = staff.agent(Role.CASE_OFFICER, UNIT);
        var number = takenBy(agent);
        var closing = draft(Map.of("closed_on", "2026-11-23", "successor", SUCCESSOR));
        assertThat(unitOf(number)).isEqualTo(unit(UNIT));

        decide(closing);

        assertThat(unitOf(number)).isEqualTo(unit(SUCCESSOR));
        assertThat(requests.byNumber(number).orElseThrow().heldBy()).contains(agent.account());
        assertThat(posts.of(agent.account())).contains(unit(SUCCESSOR));
        assertThat(unitOfTheSubject()).isEqualTo(SUCCESSOR);
    }

    @Test
    void whatIsAnsweredStaysWhereItWasAnswered() {
        var agent = staff.agent(Role.CASE_OFFICER, UNIT);
        var number = takenBy(agent);
        handle.answer(agent, new HandleRequest.Seen(number, 1), "C’est réparé.");

        decide(draft(Map.of("closed_on", "2026-11-23", "successor", SUCCESSOR)));

        assertThat(unitOf(number)).isEqualTo(unit(UNIT));
    }

    /** A request that was being filed while the unit closed, and was committed after. */
    @Test
    void whatComesToAClosedUnitFollowsByItself() {
        var number = takenBy(staff.agent(Role.CASE_OFFICER, UNIT));
        jdbc.sql("update city.unit set closed_on = date '2026-11-23', successor_id = ? where code = ?")
                .params(unit(SUCCESSOR).value(), UNIT)
                .update();

        move.moveWhatCameMeanwhile();

        var request = requests.byNumber(number).orElseThrow();
        assertThat(request.unit()).isEqualTo(unit(SUCCESSOR));
        assertThat(requestsHistory.of(request.id().value()).getLast())
                .satisfies(fact -> assertThat(fact.kind()).isEqualTo("moved_with_unit"))
                .satisfies(fact -> assertThat(fact.actorKind()).isEqualTo("program"))
                .satisfies(fact -> assertThat(fact.details())
                        .containsEntry("unit", unit(SUCCESSOR).value().toString())
                        .containsEntry("status", "in_progress"));
        assertThat(read.seenBy(staff.agent(Role.CASE_OFFICER, SUCCESSOR), number))
                .as("the row for queues and search went along")
                .isPresent();
    }

    @Test
    void undoneEverythingComesBack() {
        var agent = staff.agent(Role.CASE_OFFICER, UNIT);
        var number = takenBy(agent);
        var closing = draft(Map.of("closed_on", "2026-11-23", "successor", SUCCESSOR));
        decide(closing);

        decide(((Changes.Drafted) changes.draftUndoing(administrator, closing)).id());

        assertThat(unitOf(number)).isEqualTo(unit(UNIT));
        assertThat(posts.of(agent.account())).containsExactly(unit(UNIT));
        assertThat(unitOfTheSubject()).isEqualTo(UNIT);
    }

    @Test
    void oneUnitAnswersAtEveryInstant() {
        var number = takenBy(staff.agent(Role.CASE_OFFICER, UNIT));
        var closing = draft(Map.of("closed_on", "2026-11-23", "successor", SUCCESSOR));
        decide(closing);
        decide(((Changes.Drafted) changes.draftUndoing(administrator, closing)).id());

        var id = requests.byNumber(number).orElseThrow().id().value();
        assertThat(jdbc.sql("""
                        select count(*) from requests.unit_period a join requests.unit_period b
                            on a.request_id = b.request_id and upper(a.period) = lower(b.period)
                         where a.request_id = ?
                        """).param(id).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void theUnitThatSortsTheRestCannotCloseBeforeAnotherIsNamed() {
        var cells = new HashMap<>(cells("orientation-demandes"));
        cells.putAll(Map.of("closed_on", "2026-11-23", "successor", SUCCESSOR));

        assertThat(propose(cells))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .anySatisfy(
                                        problem -> assertThat(problem.what()).isEqualTo("cityUnitClosed")));
    }

    @Test
    void aUnitClosesInFavourOfAnOpenOne() {
        var cells = new HashMap<>(cells(UNIT));
        cells.putAll(Map.of("closed_on", "2026-11-23", "successor", UNIT));

        assertThat(propose(cells))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.what()).isEqualTo("noSuccessor")));
    }

    private ChangeId draft(Map<String, String> changed) {
        var cells = new HashMap<>(cells(UNIT));
        cells.putAll(changed);
        return ((Changes.Drafted) propose(cells)).id();
    }

    private Changes.Outcome propose(Map<String, String> cells) {
        var units = files.byName("units").orElseThrow();
        return changes.draft(
                administrator, new Proposal(Origin.PAGE, Optional.empty()).write(units, new Line("units", 0, cells)));
    }

    private void decide(ChangeId id) {
        var seen = new Changes.Seen(id, book.byId(id).orElseThrow().version());
        assertThat(changes.decide(administrator, seen, Optional.empty())).isInstanceOf(Changes.Applied.class);
    }

    private RequestNumber takenBy(Actor.Agent agent) {
        var said = RequestFixture.said("Un lampadaire est éteint");
        var number = receive.receive(
                        new Actor.Resident(),
                        new NewRequest(
                                said.id(),
                                said.channel(),
                                said.nature(),
                                subjects.byCode("lampadaire-eteint"),
                                said.language(),
                                said.statement(),
                                List.of()))
                .number();
        assertThat(handle.take(agent, new HandleRequest.Seen(number, 0))).isInstanceOf(HandleRequest.Done.class);
        return number;
    }

    private UnitId unitOf(RequestNumber number) {
        return requests.byNumber(number).orElseThrow().unit();
    }

    private UnitId unit(String code) {
        return directory.unit(code).orElseThrow().id();
    }

    private String unitOfTheSubject() {
        return Objects.requireNonNull(
                        RecordFiles.read(files.byName("competences").orElseThrow())
                                .get("lampadaire-eteint||"))
                .cell("unit");
    }

    private Map<String, String> cells(String unit) {
        return Objects.requireNonNull(
                        RecordFiles.read(files.byName("units").orElseThrow()).get(unit))
                .cells();
    }
}
