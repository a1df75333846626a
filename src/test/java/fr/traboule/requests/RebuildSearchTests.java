package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.routing.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Decision D4: the rows of queues and search can be made again from the rest. */
@WholeProgramTest
class RebuildSearchTests {

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    Requests requests;

    @Autowired
    SearchEntries searchEntries;

    @Autowired
    Subjects subjects;

    @Autowired
    AskForWork askForWork;

    @Autowired
    WorkFixture works;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** Whatever happened to a request, its row is remade as the acts wrote it. */
    @Test
    void whatWasSpoiledIsAsTheActsWroteIt() {
        var mine = variousRequests();
        var before = rows(mine);
        jdbc.sql("""
                        update requests.search_entry
                           set words = '', unit_id = gen_random_uuid(), held_by = gen_random_uuid(), subject_id = null, area_code = null,
                               status = 'spoiled', open = not open, due_on = '2000-01-01', received_at = '2000-01-01',
                               filed_by = gen_random_uuid(), sensitive = not sensitive, archived = not archived
                        """).update();

        rebuildAll();

        assertThat(rows(mine)).isEqualTo(before);
    }

    @Test
    void whatIsRightIsLeftAlone() {
        variousRequests();
        rebuildAll();
        var versions = versions();

        rebuildAll();

        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    void askedForOnThePageItTellsHowManyAndIsFoundAgain() {
        variousRequests();
        var administrator = staff.agent(Role.ADMINISTRATOR);
        var work = askForWork
                .ask(administrator, NewWork.of("requests.rebuild-search").onlyOne())
                .id();

        assertThat(works.run(work)).isFalse();

        assertThat(works.done(work)).isEqualTo(searchEntries.count());
    }

    /** Whoever changes a request while its row is made again comes before or after: the row is never of the past. */
    @Test
    void aChangeAtTheSameTimeIsNotUndone() throws Exception {
        var officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        var said = RequestFixture.said("Changée pendant la reconstruction");
        var number = receive.receive(new Actor.Resident(), said).number();
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            var rebuilt = transaction.execute(status -> {
                var taken = handle.take(officer, seen(number));
                assertThat(taken).isInstanceOf(HandleRequest.Done.class);
                var rebuilding = elsewhere.submit(() -> rebuildOne(said.id()));
                waitUntilSomebodyWaits();
                return rebuilding;
            });
            rebuilt.get(30, TimeUnit.SECONDS);
        }

        assertThat(jdbc.sql("select status from requests.search_entry where request_id = ?")
                        .param(said.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("in_progress");
    }

    private List<RequestId> variousRequests() {
        var officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        var counter = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
        var fallen = RequestFixture.said("Un arbre est tombé");
        receive.receive(new Actor.Resident(), fallen);
        var atTheCounter = RequestFixture.said("Au guichet", RequestFixture.byEmail("zoe@demo.example"));
        receive.receive(new Actor.ForResident(counter), atTheCounter);
        var secret = RequestFixture.said("Discrète");
        receive.receive(
                new Actor.Resident(),
                new NewRequest(
                        secret.id(),
                        secret.channel(),
                        secret.nature(),
                        subjects.byCode("inegalite-discrimination"),
                        secret.language(),
                        secret.statement(),
                        List.of()));
        var taken = RequestFixture.said("Prise en main");
        var number = receive.receive(new Actor.Resident(), taken).number();
        handle.take(officer, seen(number));
        handle.note(officer, seen(number), "Vu sur place : la cabane est de travers");
        return List.of(fallen.id(), atTheCounter.id(), secret.id(), taken.id());
    }

    private HandleRequest.Seen seen(RequestNumber number) {
        return new HandleRequest.Seen(
                number, requests.byNumber(number).orElseThrow().version());
    }

    private void rebuildAll() {
        var seen = new ArrayList<RequestId>();
        var portion = searchEntries.rebuild(Optional.empty(), 2);
        while (!portion.isEmpty()) {
            seen.addAll(portion);
            portion = searchEntries.rebuild(Optional.of(portion.getLast()), 2);
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) searchEntries.count());
    }

    private void rebuildOne(RequestId id) {
        var before = jdbc.sql("select id from requests.request where id < ? order by id desc limit 1")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(RequestId::new);
        transaction.executeWithoutResult(status -> searchEntries.rebuild(before, 1));
    }

    private void waitUntilSomebodyWaits() {
        while (jdbc.sql("select count(*) from pg_locks where not granted and pid <> pg_backend_pid()")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private List<String> rows(List<RequestId> requests) {
        return jdbc.sql("select e::text from requests.search_entry e where request_id = any (?) order by request_id")
                .param(requests.stream().map(RequestId::value).toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    private List<String> versions() {
        return jdbc.sql("select xmin::text || ctid::text from requests.search_entry order by request_id")
                .query(String.class)
                .list();
    }
}
