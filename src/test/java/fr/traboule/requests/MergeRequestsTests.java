package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.HandleRequest.Seen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests about the same thing go on as one: everybody who asked is answered, and none goes in circles. */
@WholeProgramTest
class MergeRequestsTests {

    private static final String TRIAGE = "orientation-demandes";

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    HandleRequest handle;

    @Autowired
    PersonActs person;

    @Autowired
    MergeRequests merge;

    @Autowired
    Requests requests;

    @Autowired
    ReadRequests read;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent officer;
    private Receipt receipt;

    @BeforeEach
    void aRequestInTriage() {
        officer = staff.agent(Role.CASE_OFFICER, TRIAGE);
        receipt = received("Le lampadaire est éteint");
    }

    @Test
    void everyoneWhoReportedTheSameThingGetsTheAnswer() {
        var second = received("Rue sans lumière");
        var third = received("Noir complet");
        join(second, receipt);
        join(third, receipt);

        handle.answer(officer, seen(receipt), "Réparé ce matin.");

        for (var each : List.of(receipt, second, third)) {
            var sheet = read.tracked(each.number(), each.secret()).orElseThrow();
            assertThat(sheet.story().stream().flatMap(fact -> fact.words().stream()))
                    .contains("Réparé ce matin.");
            assertThat(mails(each))
                    .last()
                    .asString()
                    .contains("Réparé ce matin.", each.number().toString());
        }
        assertThat(request(second).status()).isEqualTo(RequestStatus.MERGED);
    }

    @Test
    void aChaseOfAMergedRequestReachesTheOneThatGoesOn() {
        var second = received("Rue sans lumière");
        join(second, receipt);

        person.chase(second);

        assertThat(request(receipt).chases()).isEqualTo(1);
    }

    @Test
    void splitEachGoesItsOwnWay() {
        var second = received("Rue sans lumière");
        join(second, receipt);

        merge.split(officer, seen(second));
        handle.answer(officer, seen(receipt), "Réparé.");

        assertThat(request(second).status()).isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(mails(second)).noneSatisfy(mail -> assertThat(mail).contains("Réparé."));
    }

    @Test
    void whatCannotBecomeOneSaysWhy() {
        var second = received("Rue sans lumière");
        var third = received("Noir complet");
        assertThat(merge.obstacle(officer, receipt.number(), receipt.number())).contains(MergeRequests.Obstacle.ITSELF);
        join(second, receipt);

        assertThat(merge.obstacle(officer, third.number(), second.number())).contains(MergeRequests.Obstacle.NOT_OPEN);
        assertThat(merge.obstacle(officer, receipt.number(), third.number()))
                .contains(MergeRequests.Obstacle.HAS_OTHERS);
        var stranger = staff.agent(Role.CASE_OFFICER, "espaces-verts");
        assertThat(merge.obstacle(stranger, third.number(), receipt.number())).contains(MergeRequests.Obstacle.UNKNOWN);
    }

    @Test
    void twoAgentsWhoJoinTwoRequestsTheOtherWayRoundNeverMakeThemGoInCircles() throws Exception {
        for (var round = 0; round < 10; round++) {
            var one = received("Un");
            var other = received("Deux");
            AtOnce.all(List.of(() -> join(one, other), () -> join(other, one)));

            assertThat(List.of(request(one).status(), request(other).status()))
                    .as("exactly one of them goes on")
                    .containsExactlyInAnyOrder(RequestStatus.MERGED, RequestStatus.RECEIVED);
        }
    }

    private Receipt received(String words) {
        return receiveRequest.receive(
                new Actor.Resident(), RequestFixture.said(words, RequestFixture.byEmail("jeanne@demo.example")));
    }

    private Object join(Receipt one, Receipt main) {
        return merge.merge(officer, seen(one), main.number());
    }

    private Seen seen(Receipt of) {
        return new Seen(of.number(), request(of).version());
    }

    private Request request(Receipt of) {
        return requests.byNumber(of.number()).orElseThrow();
    }

    private List<String> mails(Receipt of) {
        return jdbc.sql("select message ->> 'text' from requests.outbox where subject_id = ? order by id")
                .param(request(of).id().value())
                .query(String.class)
                .list();
    }
}
