package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.PersonalTrail.Happened;
import fr.traboule.ground.history.PersonalTrail.Position;
import fr.traboule.ground.history.PersonalTrail.Search;
import fr.traboule.ground.history.PersonalTrail.Seen;
import fr.traboule.ground.history.ReadAccessLog;
import fr.traboule.routing.Subjects;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Invariant I7: reading personal data leaves a trace, that nobody rewrites. */
@WholeProgramTest
class RequestTrailTests {

    private static final Comparator<Seen> LAST_FIRST =
            Comparator.comparing(Seen::at).reversed();

    @Autowired
    FindRequests find;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    ReadRequests read;

    @Autowired
    RequestTrail trail;

    @Autowired
    AccessLog requestsAccessLog;

    @Autowired
    Subjects subjects;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String email = UUID.randomUUID() + "@example.org";
    private Actor.Agent officer = new Actor.Agent(new AccountId(UUID.randomUUID()), Set.of());
    private Actor.Agent agent = officer;

    @BeforeEach
    void people() {
        officer = staff.agent(Role.DATA_PROTECTION_OFFICER);
        agent = staff.agent(Role.CASE_OFFICER, "eclairage-public");
    }

    @Test
    void openingThePageLeavesALineWithWhoWhatAndWhy() {
        var number = filed(new Actor.Resident());

        read.seenBy(agent, number);

        assertThat(of(number)).singleElement().satisfies(line -> {
            assertThat(line.account()).isEqualTo(agent.account());
            assertThat(line.what()).isEqualTo(Look.PAGE.textKey());
            assertThat(line.why()).isEqualTo(Look.Reason.UNIT.textKey());
        });
    }

    @Test
    void soDoTheReceiptAndWhatASearchFinds() {
        var number = filed(new Actor.Resident());

        read.receiptSeenBy(agent, number);
        find.search(agent, email, RequestFilter.NONE, Optional.empty(), 10).entries();

        assertThat(of(number))
                .extracting(Seen::what)
                .containsExactlyInAnyOrder(Look.RECEIPT.textKey(), Look.SEARCH.textKey());
    }

    @Test
    void whoFiledItIsToldApart() {
        var counter = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
        var number = filed(new Actor.ForResident(counter));

        read.seenBy(counter, number);

        assertThat(of(number)).extracting(Seen::why).containsExactly(Look.Reason.FILED.textKey());
    }

    @Test
    void aLookThatIsRefusedShowsNothingAndLeavesNothing() {
        var number = filed(new Actor.Resident());
        var elsewhere = staff.agent(Role.CASE_OFFICER, "etat-civil");

        assertThat(read.seenBy(elsewhere, number)).isEmpty();
        assertThat(read.mayBeSeenBy(agent, number)).isTrue();

        assertThat(of(number)).isEmpty();
    }

    @Test
    void whoReloadsThePageLooksOnce() {
        var number = filed(new Actor.Resident());

        read.seenBy(agent, number);
        read.seenBy(agent, number);

        assertThat(of(number)).hasSize(1);
    }

    @Test
    void onePersonsRequestsAreFoundByWhatTheyLeftHoweverItIsTyped() {
        var number = filed(new Actor.Resident());
        read.seenBy(agent, number);

        assertThat(lines(byPerson(email.toUpperCase(Locale.ROOT)))).hasSize(1);
        assertThat(trail.subjectsOf(officer.account(), email, new UUID(0, 0), 10))
                .hasSize(1);
        assertThat(lines(byPerson("nobody@example.org"))).isEmpty();
    }

    @Test
    void onePersonsLinesArePagedByKeyAcrossTheirRequests() {
        for (var request = 0; request < 4; request++) {
            var number = filed(new Actor.Resident());
            read.seenBy(agent, number);
            read.receiptSeenBy(agent, number);
        }
        var all = lines(byPerson(email));

        var paged = new ArrayList<>(trail.search(byPerson(email), Position.LAST, 3));
        while (paged.size() < all.size()) {
            paged.addAll(trail.search(byPerson(email), paged.getLast().position(), 3));
        }

        assertThat(all).hasSize(8).isSortedAccordingTo(LAST_FIRST);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void numberPersonAndAgentNarrowEachOther() {
        var number = filed(new Actor.Resident());
        read.seenBy(agent, number);
        read.seenBy(agent, filed(new Actor.Resident()));

        assertThat(lines(byAll(number, email, agent))).hasSize(1);
        assertThat(lines(byAll(number, "nobody@example.org", agent))).isEmpty();
        assertThat(lines(byAll(number, email, officer))).isEmpty();
    }

    /** A plan that was looked at: bench/README.md has it measured on a million lines. */
    @Test
    void whoLooksForAPersonDoesNotWalkTheLog() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into requests.access_log (id, subject_id, account_id, what, why, seen_at)
                            select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'page', 'unit', now() - i * interval '1 second'
                              from generate_series(1, 30000) as i
                            """).update();

            var plan = String.join(
                    "\n",
                    jdbc.sql("explain "
                                    + ReadAccessLog.sql(
                                            "requests", RequestTrail.SCHEMA.subjects(byPerson(email)), false))
                            .param("person", email)
                            .param("beforeAt", Timestamp.from(Instant.now()))
                            .param("beforeId", UUID.randomUUID())
                            .param("from", Timestamp.from(Instant.EPOCH))
                            .param("until", Timestamp.from(Instant.now()))
                            .param("most", 51)
                            .query(String.class)
                            .list());

            assertThat(plan).contains("subject_id_seen_at_idx").doesNotContain("Seq Scan on access_log");
            status.setRollbackOnly();
        });
    }

    @Test
    void gatheringAPersonsTrailIsItselfLogged() {
        var number = filed(new Actor.Resident());

        var found = trail.subjectsOf(officer.account(), email, new UUID(0, 0), 10);

        assertThat(of(number)).extracting(Seen::what).containsExactly(Look.EXPORT.textKey());
        assertThat(trail.storyOf(found)).extracting(Happened::what).contains(FactKind.RECEIVED.textKey());
    }

    @Test
    void theLogIsPagedByKey() {
        for (var request = 0; request < 5; request++) {
            read.seenBy(agent, filed(new Actor.Resident()));
        }
        var query = new Search(
                Optional.empty(), Optional.empty(), Optional.of(agent.account()), Optional.empty(), Optional.empty());
        var first = trail.search(query, Position.LAST, 3);
        var next = trail.search(query, first.getLast().position(), 3);

        assertThat(first).hasSize(3);
        assertThat(next).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(Position.of(first.getLast().position().toString()))
                .contains(first.getLast().position());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update requests.access_log set why = 'x'",
                "delete from requests.access_log",
                "truncate requests.access_log",
                "update requests.history set kind = 'x'",
                "delete from requests.history",
                "delete from requests.access_log_rest",
                "drop table requests.access_log_rest",
                "create table requests.access_log_mine partition of requests.access_log for values from ('2001-01-01') to ('2001-02-01')"
            })
    void theApplicationCannotRewriteIt(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(statement).update());
    }

    @Test
    void eachMonthHasItsPartition() {
        var at = Instant.parse("2031-05-17T12:00:00Z");
        jdbc.sql("select ground.ensure_access_log_month('requests', ?)")
                .param(Timestamp.from(at))
                .query((row, number) -> number)
                .single();
        jdbc.sql("select ground.ensure_access_log_month('requests', ?)")
                .param(Timestamp.from(at.plus(Duration.ofDays(3))))
                .query((row, number) -> number)
                .single();
        var number = filed(new Actor.Resident());
        var request = jdbc.sql("select id from requests.request where number = ?")
                .param(number.signs())
                .query(UUID.class)
                .single();

        requestsAccessLog.add(new AccessLog.Look(agent.account(), request, "page", "unit", at));

        assertThat(jdbc.sql("select tableoid::regclass::text from requests.access_log where subject_id = ?")
                        .param(request)
                        .query(String.class)
                        .single())
                .isEqualTo("requests.access_log_2031_05");
    }

    private RequestNumber filed(Actor actor) {
        var said = RequestFixture.said("Un lampadaire est éteint", RequestFixture.byEmail(email));
        return receive.receive(
                        actor,
                        new NewRequest(
                                said.id(),
                                said.channel(),
                                said.nature(),
                                subjects.byCode("lampadaire-eteint"),
                                said.language(),
                                said.statement(),
                                List.of()))
                .number();
    }

    private List<Seen> of(RequestNumber number) {
        return lines(new Search(
                Optional.of(number.signs()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Search byPerson(String person) {
        return new Search(Optional.empty(), Optional.of(person), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Search byAll(RequestNumber number, String person, Actor.Agent looking) {
        return new Search(
                Optional.of(number.signs()),
                Optional.of(person),
                Optional.of(looking.account()),
                Optional.empty(),
                Optional.empty());
    }

    private List<Seen> lines(Search query) {
        return trail.search(query, Position.LAST, 100);
    }
}
