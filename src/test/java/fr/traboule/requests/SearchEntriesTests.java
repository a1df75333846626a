package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeProgramTest
class SearchEntriesTests {

    @Autowired
    FindRequests find;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    HandleRequest handle;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theQueueIsPagedByKeyWithoutGapOrRepeat() {
        var officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        for (var i = 0; i < 25; i++) {
            receiveRequest.receive(new Actor.Resident(), RequestFixture.said("Page par page " + i));
        }

        var seen = new ArrayList<QueueEntry>();
        var page = find.queue(officer, RequestFilter.NONE, Optional.empty(), 7);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = find.queue(
                    officer, RequestFilter.NONE, Optional.of(page.getLast().position()), 7);
        }

        assertThat(seen.stream().map(QueueEntry::number)).doesNotHaveDuplicates();
        assertThat(seen).isEqualTo(find.queue(officer, RequestFilter.NONE, Optional.empty(), 10_000));
        assertThat(seen.stream().map(QueueEntry::dueOn)).isSorted();
    }

    @Test
    void aPersonAPlaceOrAWordIsFoundWithoutItsAccents() {
        var officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        var number = receiveRequest
                .receive(
                        new Actor.Resident(),
                        RequestFixture.said(
                                "Une canalisation percée", RequestFixture.byEmail("zoe.quetzal@demo.example")))
                .number();

        for (var words : new String[] {"canalisation percee", "zoe.quetzal@demo.example", "CANALISATIONS"}) {
            assertThat(find.search(officer, words, RequestFilter.NONE, Optional.empty(), 10)
                            .entries())
                    .as(words)
                    .extracting(QueueEntry::number)
                    .contains(number);
        }
    }

    /** A plan that was looked at on many rows: neither the queue nor the search reads the whole table. */
    @Test
    void queueAndSearchUseTheirIndexes() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into requests.request (id, number, nature, channel, unit_id, organisation_id, status, language,
                                                          received_at, due_on, version)
                            select gen_random_uuid(), '0' || i, 'report', 'web', u.id, u.organisation_id, 'received', 'fr',
                                   now(), current_date + i % 100, 0
                              from generate_series(1, 60000) i
                              join (select id, organisation_id, row_number() over () as rank, count(*) over () as total from city.unit) u
                                on u.rank = 1 + i % u.total
                            """).update();
            // This connection may have planned the checks of keys while the table was small.
            jdbc.sql("discard plans").update();
            jdbc.sql("""
                            insert into requests.search_entry (request_id, unit_id, status, open, due_on, received_at, words)
                            select id, unit_id, status, true, due_on, received_at, to_tsvector('ground.fr', 'mot' || number)
                              from requests.request where number like '0%'
                            """).update();
            // The application's role may not gather statistics: what is proved is that the index gives the order by
            // itself.
            jdbc.sql("set local enable_bitmapscan = off").update();
            var unit = jdbc.sql("select id from city.unit limit 1")
                    .query(java.util.UUID.class)
                    .single();

            var queue = plan(
                    "select * from requests.search_entry where unit_id = '%s' and open and (due_on, request_id) > ('1970-01-01', '00000000-0000-0000-0000-000000000000') order by due_on, request_id limit 51"
                            .formatted(unit));

            assertThat(queue).contains("Index Scan using queue").doesNotContain("Sort", "Seq Scan");
            jdbc.sql("set local enable_bitmapscan = on").update();
            jdbc.sql("set local enable_seqscan = off").update();
            var search =
                    plan("select * from requests.search_entry where words @@ plainto_tsquery('ground.fr', 'mot0777')");
            assertThat(search).contains("search_entry_by_words").doesNotContain("Seq Scan");
            status.setRollbackOnly();
        });
    }

    private String plan(String sql) {
        return String.join("\n", jdbc.sql("explain " + sql).query(String.class).list());
    }

    @Test
    void whatWasSaidSinceIsFoundAndShownWhereItStands() {
        var request = receiveRequest.receive(new Actor.Resident(), RequestFixture.said("Il fait noir dans la rue"));
        var officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        handle.note(officer, new HandleRequest.Seen(request.number(), 0), "Le transformateur zinzolin est en panne");

        assertThat(find.search(officer, "zinzolins", RequestFilter.NONE, Optional.empty(), 10)
                        .entries())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.number()).isEqualTo(request.number());
                    assertThat(found.description()).contains(QueueEntry.FOUND + "zinzolin" + QueueEntry.FOUND_END);
                });
    }

    @Test
    void eachPartOfTheQueueHoldsWhatItSays() {
        var officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        var receipt = receiveRequest.receive(new Actor.Resident(), RequestFixture.said("Une vue de la file"));
        assertThat(in(officer, QueueView.NOBODYS, receipt)).isTrue();
        assertThat(in(officer, QueueView.MINE, receipt)).isFalse();

        handle.take(officer, new HandleRequest.Seen(receipt.number(), 0));

        assertThat(in(officer, QueueView.MINE, receipt)).isTrue();
        assertThat(in(officer, QueueView.NOBODYS, receipt)).isFalse();
        assertThat(in(officer, QueueView.LATE, receipt)).isFalse();
        assertThat(in(officer, QueueView.WAITING, receipt)).isFalse();
        assertThat(in(officer, QueueView.CHASED, receipt)).isFalse();
    }

    private boolean in(Actor.Agent agent, QueueView view, Receipt receipt) {
        return find.queue(agent, RequestFilter.of(view), Optional.empty(), 10_000).stream()
                .anyMatch(entry -> entry.number().equals(receipt.number()));
    }
}
