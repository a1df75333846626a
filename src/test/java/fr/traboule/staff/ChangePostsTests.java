package fr.traboule.staff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Change.State;
import fr.traboule.records.ChangeId;
import fr.traboule.records.Changes;
import fr.traboule.records.Edit;
import fr.traboule.records.JdbcChanges;
import fr.traboule.records.Line;
import fr.traboule.records.Proposal;
import fr.traboule.records.RecordFiles;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Where people work is changed as all of the city is: dated, compared, prepared, undone. */
@WholeProgramTest
@Transactional
class ChangePostsTests {

    private static final String UNIT = "eclairage-public";
    private static final String OTHER = "cadre-de-vie";

    @Autowired
    ManageAccounts manage;

    @Autowired
    Changes changes;

    @Autowired
    JdbcChanges book;

    @Autowired
    RecordFiles files;

    @Autowired
    PostRecords records;

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    private Actor.Agent administrator;
    private Actor.Agent agent;

    @BeforeEach
    void people() {
        administrator = staff.agent(Role.ADMINISTRATOR);
        agent = staff.agent(Role.CASE_OFFICER, UNIT);
    }

    @Test
    void aChangeOnTheAccountsPageIsAmongTheChangesAndIsUndone() {
        sendTo(Set.of(unit(OTHER)));
        assertThat(posts.of(agent.account())).containsExactly(unit(OTHER));

        var change = book.list(Optional.empty(), 1).getFirst();
        assertThat(change.madeBy()).contains(administrator.account());
        assertThat(change.state()).isEqualTo(State.APPLIED);
        assertThat(book.edits(change.id()))
                .extracting(Edit::key)
                .containsExactlyInAnyOrder(email() + "|" + UNIT, email() + "|" + OTHER);

        apply(((Changes.Drafted) changes.draftUndoing(administrator, change.id())).id());
        assertThat(posts.of(agent.account())).containsExactly(unit(UNIT));
    }

    @Test
    void whoeverStaysWhereTheyAreMakesNoChange() {
        var last = book.list(Optional.empty(), 1);

        sendTo(Set.of(unit(UNIT)));

        assertThat(book.list(Optional.empty(), 1)).isEqualTo(last);
    }

    @Test
    void aPostIsPreparedForADayToCome() {
        var id = ((Changes.Drafted) changes.draft(administrator, proposal(email(), OTHER))).id();

        changes.decide(administrator, seen(id), Optional.of(LocalDate.now().plusMonths(1)));

        assertThat(book.byId(id).orElseThrow().state()).isEqualTo(State.PREPARED);
        assertThat(posts.of(agent.account())).containsExactly(unit(UNIT));
    }

    @Test
    void anAddressOfNobodyIsRefused() {
        assertThat(changes.draft(administrator, proposal("personne@demo.example", UNIT)))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.what())
                                .containsExactly("noAgent"));
    }

    /** Whoever closes a unit sees beforehand who goes where. */
    @Test
    void aUnitThatClosesShowsWhereItsAgentsGo() {
        var units = files.byName("units").orElseThrow();
        var cells = new HashMap<>(
                Objects.requireNonNull(RecordFiles.read(units).get(UNIT)).cells());
        cells.putAll(Map.of("closed_on", "2026-11-23", "successor", OTHER));

        var closing = (Changes.Drafted) changes.draft(
                administrator, new Proposal(Origin.PAGE, Optional.empty()).write(units, new Line("units", 0, cells)));

        assertThat(book.edits(closing.id()))
                .filteredOn(edit -> edit.file().equals("posts"))
                .extracting(Edit::key)
                .contains(email() + "|" + OTHER);
        apply(closing.id());
        assertThat(posts.of(agent.account())).contains(unit(OTHER));
    }

    private void sendTo(Set<UnitId> units) {
        var account = accounts.byId(agent.account()).orElseThrow();
        var work = new ManageAccounts.Work(account.name(), account.roles(), units);
        assertThat(manage.change(administrator, new ManageAccounts.Seen(account.id(), account.version()), work))
                .isInstanceOf(ManageAccounts.Done.class);
    }

    private Proposal proposal(String email, String unit) {
        return new Proposal(Origin.PAGE, Optional.empty())
                .write(records, new Line("posts", 0, Map.of("agent", email, "works_in", unit)));
    }

    private void apply(ChangeId id) {
        assertThat(changes.decide(administrator, seen(id), Optional.empty())).isInstanceOf(Changes.Applied.class);
    }

    private Changes.Seen seen(ChangeId id) {
        return new Changes.Seen(id, book.byId(id).orElseThrow().version());
    }

    private UnitId unit(String code) {
        return directory.unit(code).orElseThrow().id();
    }

    private String email() {
        return accounts.byId(agent.account()).orElseThrow().email();
    }
}
