package fr.traboule.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Change.State;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** A change of the city's records: looked at, applied now or on its day, undone. All of it is rolled back after the test. */
@WholeProgramTest
@Transactional
class ChangesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

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
    void nothingChangesBeforeSomebodyDecides() {
        var drafted = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));

        assertThat(unit("eclairage-public").cell("office")).isEmpty();
        assertThat(book.byId(drafted).orElseThrow().state()).isEqualTo(State.DRAFT);
        assertThat(book.edits(drafted)).singleElement().satisfies(edit -> {
            assertThat(edit.columns()).containsExactly("office");
            assertThat(edit.after("office")).isEqualTo("Bureau 12");
        });
    }

    @Test
    void whatIsDecidedIsDone() {
        var drafted = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));

        assertThat(decide(drafted, Optional.empty())).isInstanceOf(Changes.Applied.class);

        assertThat(unit("eclairage-public").cell("office")).isEqualTo("Bureau 12");
        assertThat(book.byId(drafted).orElseThrow().appliedAt()).isPresent();
    }

    @Test
    void aChangeIsDecidedOnce() {
        var drafted = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));
        decide(drafted, Optional.empty());

        assertThat(changes.decide(administrator, new Changes.Seen(drafted, 0), Optional.empty()))
                .isInstanceOf(Changes.DecidedMeanwhile.class);
    }

    @Test
    void anUndoneChangeIsAsIfItHadNotBeen() {
        var before = unit("eclairage-public");
        var drafted = draft("units", "eclairage-public", Map.of("office", "Bureau 12", "name_fr", "Lumière"));
        decide(drafted, Optional.empty());

        var undoing = ((Changes.Drafted) changes.draftUndoing(administrator, drafted)).id();
        decide(undoing, Optional.empty());

        assertThat(unit("eclairage-public")).isEqualTo(before);
        assertThat(book.byId(drafted).orElseThrow().isUndone()).isTrue();
        assertThat(changes.draftUndoing(administrator, drafted)).isInstanceOf(Changes.DecidedMeanwhile.class);
    }

    @Test
    void whatChangedSinceIsNotUndoneOver() {
        var first = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));
        decide(first, Optional.empty());
        decide(draft("units", "eclairage-public", Map.of("office", "Bureau 14")), Optional.empty());

        assertThat(changes.draftUndoing(administrator, first))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.what()).isEqualTo("changedSince")));
    }

    @Test
    void twoChangesOfDifferentThingsDoNotDisturbEachOther() {
        var office = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));
        var phone = draft("units", "eclairage-public", Map.of("phone", "04 00 00 00 00"));

        assertThat(decide(office, Optional.empty())).isInstanceOf(Changes.Applied.class);
        assertThat(decide(phone, Optional.empty())).isInstanceOf(Changes.Applied.class);

        assertThat(unit("eclairage-public").cell("office")).isEqualTo("Bureau 12");
        assertThat(unit("eclairage-public").cell("phone")).isEqualTo("04 00 00 00 00");
    }

    @Test
    void aPreparedChangeHappensOnItsDay() {
        var drafted = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));

        assertThat(decide(drafted, Optional.of(TODAY.plusDays(1)))).isInstanceOf(Changes.Prepared.class);
        changes.applyDue();
        assertThat(unit("eclairage-public").cell("office")).isEmpty();

        dayOf(drafted, TODAY);
        changes.applyDue();
        assertThat(unit("eclairage-public").cell("office")).isEqualTo("Bureau 12");
    }

    @Test
    void aPreparedChangeThatNoLongerFitsIsSetAsideWithItsReason() {
        var drafted = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));
        decide(drafted, Optional.of(TODAY.plusDays(1)));
        decide(draft("units", "eclairage-public", Map.of("office", "Bureau 14")), Optional.empty());

        dayOf(drafted, TODAY);
        changes.applyDue();

        assertThat(unit("eclairage-public").cell("office")).isEqualTo("Bureau 14");
        assertThat(book.byId(drafted).orElseThrow()).satisfies(change -> {
            assertThat(change.state()).isEqualTo(State.BLOCKED);
            assertThat(change.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.column()).isEqualTo("office"));
        });
        assertThat(book.open()).extracting(Change::id).contains(drafted);
    }

    @Test
    void aChangeGivenUpChangesNothing() {
        var drafted = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));

        changes.discard(administrator, new Changes.Seen(drafted, 0));

        assertThat(decide(drafted, Optional.empty())).isInstanceOf(Changes.DecidedMeanwhile.class);
        assertThat(unit("eclairage-public").cell("office")).isEmpty();
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        assertThat(propose("units", "eclairage-public", Map.of("office", "")))
                .isInstanceOf(Changes.NothingToChange.class);
    }

    @Test
    void whatCannotBeIsRefusedAtOnce() {
        assertThat(propose("units", "eclairage-public", Map.of("organisation", "nobody", "parent", "eclairage-public")))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.column()).isEqualTo("organisation");
                                    assertThat(problem.what()).isEqualTo("notIn");
                                }));
    }

    @Test
    void whatOthersNameIsNotRemoved() {
        var proposal = new Proposal(Origin.PAGE, Optional.empty()).remove(file("organisations"), "ville-lyon");

        assertThat(changes.draft(administrator, proposal))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.what()).isEqualTo("inUse")));
    }

    @Test
    void whatWasAddedAndServedNobodyGoesWhenItIsUndone() {
        var cells = new HashMap<>(unit("eclairage-public").cells());
        cells.putAll(Map.of("code", "nouveau", "name_fr", "Nouveau service", "parent", ""));
        var added = ((Changes.Drafted) changes.draft(
                        administrator,
                        new Proposal(Origin.PAGE, Optional.empty()).write(file("units"), new Line("units", 0, cells))))
                .id();
        decide(added, Optional.empty());
        assertThat(unit("nouveau").cell("name_fr")).isEqualTo("Nouveau service");

        decide(((Changes.Drafted) changes.draftUndoing(administrator, added)).id(), Optional.empty());

        assertThat(RecordFiles.read(file("units"))).doesNotContainKey("nouveau");
    }

    @Test
    void onlyWhoMayDoesIt() {
        var agent = staff.agent(Role.CASE_OFFICER);
        var drafted = draft("units", "eclairage-public", Map.of("office", "Bureau 12"));
        var seen = new Changes.Seen(drafted, 0);
        var proposal = new Proposal(Origin.PAGE, Optional.empty());

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> changes.draft(agent, proposal));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> changes.decide(agent, seen, Optional.empty()));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> changes.discard(agent, seen));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> changes.draftUndoing(agent, drafted));
    }

    private ChangeId draft(String file, String key, Map<String, String> changed) {
        return ((Changes.Drafted) propose(file, key, changed)).id();
    }

    private Changes.Outcome propose(String file, String key, Map<String, String> changed) {
        var cells = new HashMap<>(
                Objects.requireNonNull(RecordFiles.read(file(file)).get(key)).cells());
        cells.putAll(changed);
        return changes.draft(
                administrator, new Proposal(Origin.PAGE, Optional.empty()).write(file(file), new Line(file, 0, cells)));
    }

    private Changes.Outcome decide(ChangeId id, Optional<LocalDate> day) {
        var seen = new Changes.Seen(id, book.byId(id).orElseThrow().version());
        return changes.decide(administrator, seen, day);
    }

    private void dayOf(ChangeId id, LocalDate day) {
        jdbc.sql("update records.change set due_on = ? where id = ?")
                .params(day, id.value())
                .update();
    }

    private RecordFile file(String name) {
        return files.byName(name).orElseThrow();
    }

    private Entry unit(String code) {
        return Objects.requireNonNull(RecordFiles.read(file("units")).get(code));
    }
}
