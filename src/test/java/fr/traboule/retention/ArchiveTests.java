package fr.traboule.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.Archived;
import fr.traboule.requests.FindPerson;
import fr.traboule.requests.FindRequests;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestElsewhere;
import fr.traboule.requests.RequestFilter;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestSheet;
import fr.traboule.requests.RequestStatus;
import fr.traboule.web.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Requests that are set apart once their current use is over, and who sees them then. */
@WholeProgramTest
class ArchiveTests {

    @Autowired
    FindRequests find;

    @Autowired
    KeptFixture fixture;

    @Autowired
    KeptRequests kept;

    @Autowired
    ReadRequests read;

    @Autowired
    FindPerson findPerson;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void onTheDayWhenTheMonthsOfItsRuleAreOverAndNotBefore() {
        var over = fixture.answered(KeptFixture.LAMP, fixture.today().minusMonths(6));
        var tomorrow = fixture.answered(
                KeptFixture.LAMP, fixture.today().plusDays(1).minusMonths(6).plusDays(3));

        fixture.archive();

        assertThat(fixture.isArchived(over)).isTrue();
        assertThat(fixture.isArchived(tomorrow)).isFalse();
    }

    /** The rule of the subject counts before that of its theme: « remerciement » has 3 months, all others 12. */
    @Test
    void byTheMostPreciseRule() {
        var thanks = fixture.answered("remerciement", fixture.today().minusMonths(4));
        var question = fixture.answered("question-generale", fixture.today().minusMonths(4));

        fixture.archive();

        assertThat(fixture.isArchived(thanks)).isTrue();
        assertThat(fixture.isArchived(question)).isFalse();
    }

    @Test
    void neverWhileThePersonMayOpenItAgain() {
        jdbc.sql("update retention.rule set current_months = 0 where code = 'signalements-proprete'")
                .update();
        try {
            var fresh = fixture.answered("depot-sauvage", fixture.today().minusDays(58));
            var old = fixture.answered("depot-sauvage", fixture.today().minusDays(62));

            fixture.archive();

            assertThat(fixture.isArchived(fresh)).isFalse();
            assertThat(fixture.isArchived(old)).isTrue();
        } finally {
            jdbc.sql("update retention.rule set current_months = 6 where code = 'signalements-proprete'")
                    .update();
        }
    }

    @Test
    void doneTwiceItIsToldOnce() {
        var number = fixture.due();
        var at = fixture.column(number, "archived_at");

        fixture.archive();

        assertThat(fixture.column(number, "archived_at")).isEqualTo(at);
        assertThat(facts(number)).containsExactly("received", "answered", "archived");
    }

    @Test
    void notBeforeTheLetterIsPosted() {
        var number = fixture.answered(KeptFixture.LAMP, fixture.today().minusMonths(30));
        jdbc.sql("""
                        insert into requests.delivery (id, request_id, unit_id, kind, notice, state, asked_at)
                        select gen_random_uuid(), id, unit_id, 'letter', 'answer', 'waiting', ended_at
                          from requests.request where number = ?
                        """).param(number.signs()).update();

        fixture.archive();
        assertThat(fixture.isArchived(number)).isFalse();

        jdbc.sql("update requests.delivery set state = 'replaced' where request_id = ?")
                .param(fixture.id(number))
                .update();
        fixture.archive();
        assertThat(fixture.isArchived(number)).isTrue();
    }

    /** What goes on in another one waits for it. */
    @Test
    void notBeforeTheOneThatItWentOnIn() {
        var main = fixture.answered(KeptFixture.LAMP, fixture.today().minusMonths(1));
        var merged = fixture.answered(KeptFixture.LAMP, fixture.today().minusMonths(30));
        jdbc.sql("""
                        update requests.request set status = 'merged', merged_into = (select id from requests.request where number = ?)
                         where number = ?
                        """).params(main.signs(), merged.signs()).update();

        fixture.archive();
        assertThat(fixture.isArchived(merged)).isFalse();

        jdbc.sql("update requests.request set ended_at = ended_at - interval '1 year' where number = ?")
                .param(main.signs())
                .update();
        fixture.archive();
        assertThat(fixture.isArchived(merged)).isTrue();
    }

    @Test
    void thenItIsInNoSearchAndNoLookUpAndOnNoPage() {
        var head = staff.agent(Role.UNIT_HEAD, KeptFixture.UNIT);
        var word = "mot" + UUID.randomUUID().toString().replace("-", "");
        var address = word + "@example.org";
        var number = fixture.answered(
                KeptFixture.LAMP, fixture.today().minusMonths(8), word, RequestFixture.byEmail(address));
        assertThat(find.search(head, word, RequestFilter.NONE, Optional.empty(), 10)
                        .entries())
                .hasSize(1);
        assertThat(findPerson.find(head, address).known()).hasSize(1);
        assertThat(read.seenBy(head, number)).isPresent();

        fixture.archive();

        assertThat(find.search(head, word, RequestFilter.NONE, Optional.empty(), 10)
                        .entries())
                .isEmpty();
        assertThat(findPerson.find(head, address).isEmpty()).isTrue();
        assertThat(findPerson
                        .find(staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil"), address)
                        .isEmpty())
                .isTrue();
        assertThat(read.seenBy(head, number)).isEmpty();
        assertThat(read.elsewhere(head, number).flatMap(RequestElsewhere::archived))
                .isPresent();
    }

    @Test
    void theDatabaseLetsNothingArchivedBeOpen() {
        var number = fixture.due();

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql(
                                "update requests.request set status = 'in_progress', ended_at = null where number = ?")
                        .param(number.signs())
                        .update());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ARCHIVIST               |                  | lampadaire-eteint        | read
            ARCHIVIST               |                  | inegalite-discrimination | known
            UNIT_HEAD               | eclairage-public | lampadaire-eteint        | read
            UNIT_HEAD               | espaces-verts    | lampadaire-eteint        | known
            UNIT_HEAD               | qualite-reclamations | inegalite-discrimination | read
            UNIT_HEAD               | relation-usagers | inegalite-discrimination | known
            CASE_OFFICER            | eclairage-public | lampadaire-eteint        | known
            RECEPTION_AGENT         | mairie-3-accueil | lampadaire-eteint        | known
            DATA_PROTECTION_OFFICER |                  | lampadaire-eteint        | known
            ADMINISTRATOR           |                  | lampadaire-eteint        | hidden
            """)
    void whoMayRead(Role role, String unit, String subject, String what) {
        var number = fixture.answered(subject, fixture.today().minusMonths(30));
        fixture.archive();
        var agent = unit == null ? staff.agent(role) : staff.agent(role, unit);

        assertThat(mayRead(agent, number)).isEqualTo(what);
    }

    private String mayRead(Actor.Agent agent, RequestNumber number) {
        try {
            return kept.standing(agent, number).mayRead() ? "read" : "known";
        } catch (NotFound hidden) {
            return "hidden";
        }
    }

    @Test
    void readingNeedsAReasonAndIsLogged() {
        var number = fixture.due();
        var archivist = fixture.archivist();
        assertThat(kept.read(archivist, number)).isEmpty();

        kept.consult(archivist, number, ConsultReason.PERSON, Optional.of("Courrier du 3 mars"));

        var sheet = kept.read(archivist, number);
        assertThat(sheet.map(RequestSheet::statement).orElseThrow().description())
                .isEqualTo("Le lampadaire est éteint");
        assertThat(kept.read(fixture.archivist(), number))
                .as("another archivist")
                .isEmpty();
        assertThat(looks(number, archivist)).containsExactly("archive archives");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> kept.read(staff.agent(Role.CASE_OFFICER, KeptFixture.UNIT), number));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> kept.read(staff.agent(Role.UNIT_HEAD, "espaces-verts"), number));
    }

    @Test
    void broughtBackItIsOpenAgainAndStartsAnew() {
        var number = fixture.due();
        var head = staff.agent(Role.UNIT_HEAD, KeptFixture.UNIT);

        assertThat(kept.bringBack(head, number, "Un recours")).isTrue();
        fixture.archive();

        var request = read.seenBy(head, number).orElseThrow().request();
        assertThat(request.status()).isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(request.archived()).isEqualTo(Optional.<Archived>empty());
        assertThat(request.dueOn()).isAfter(fixture.today());
        assertThat(fixture.column(number, "ended_at")).isEmpty();
        assertThat(facts(number)).containsExactly("received", "answered", "archived", "brought_back");
        assertThat(kept.standing(head, number).request().archived()).isEmpty();
        assertThat(find.search(head, "recours", RequestFilter.NONE, Optional.empty(), 50)
                        .entries())
                .isNotEmpty();
    }

    private List<String> facts(RequestNumber number) {
        return jdbc.sql("""
                        select h.kind from requests.history h join requests.request r on r.id = h.subject_id
                         where r.number = ? order by h.id
                        """).param(number.signs()).query(String.class).list();
    }

    private List<String> looks(RequestNumber number, Actor.Agent agent) {
        return jdbc.sql("""
                        select l.what || ' ' || l.why from requests.access_log l join requests.request r on r.id = l.subject_id
                         where r.number = ? and l.account_id = ?
                        """)
                .params(number.signs(), agent.account().value())
                .query(String.class)
                .list();
    }
}
