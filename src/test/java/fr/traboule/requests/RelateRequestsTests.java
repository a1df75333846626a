package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.RelateRequests.Obstacle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Two requests that have to do with each other: each says so of the other, with the reason, until somebody says otherwise. */
@WholeProgramTest
@Transactional
class RelateRequestsTests {

    @Autowired
    RelateRequests relate;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    MoveRequest move;

    @Autowired
    ReadRequests read;

    @Autowired
    Requests requests;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    private Actor.Agent officer;
    private RequestNumber one;
    private RequestNumber other;

    @BeforeEach
    void two() {
        officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        one = received();
        other = received();
    }

    @Test
    void eachShowsTheOtherAndTheReasonForAgentsOnly() {
        assertThat(relate.relate(officer, one, other, "Même chantier")).isEmpty();

        assertThat(relate.of(officer, request(one))).extracting(Request::number).containsExactly(other);
        assertThat(relate.of(officer, request(other)))
                .extracting(Request::number)
                .containsExactly(one);
        var told = read.seenBy(officer, other).orElseThrow().story().getLast();
        assertThat(told.words()).contains("Même chantier");
        assertThat(told.isInternal()).isTrue();
    }

    @Test
    void aLinkIsThereOnceAndCanBeTakenBack() {
        relate.relate(officer, one, other, "Même chantier");
        assertThat(relate.relate(officer, other, one, "Encore")).contains(Obstacle.ALREADY);

        assertThat(relate.separate(officer, other, one, "Rien à voir")).isTrue();
        assertThat(relate.separate(officer, other, one, "Rien à voir")).isFalse();

        assertThat(relate.of(officer, request(one))).isEmpty();
        assertThat(relate.relate(officer, one, other, "Si, quand même")).isEmpty();
    }

    @Test
    void onlyWithWhatTheAgentMaySee() {
        var elsewhere = received();
        move.move(
                officer,
                new HandleRequest.Seen(elsewhere, 0),
                directory.unit("espaces-verts").orElseThrow().id(),
                "Un parc");

        assertThat(relate.relate(officer, one, elsewhere, "Pourquoi")).contains(Obstacle.UNKNOWN);
        assertThat(relate.relate(officer, one, one, "Pourquoi")).contains(Obstacle.ITSELF);
    }

    @Test
    void whoMayNotSeeTheOtherDoesNotLearnOfIt() {
        relate.relate(officer, one, other, "Même chantier");
        move.move(
                officer,
                new HandleRequest.Seen(other, 0),
                directory.unit("espaces-verts").orElseThrow().id(),
                "Un parc");

        assertThat(relate.of(officer, request(one))).isEmpty();
    }

    private RequestNumber received() {
        return receiveRequest
                .receive(new Actor.Resident(), RequestFixture.said("Un trou devant l’école"))
                .number();
    }

    private Request request(RequestNumber number) {
        return requests.byNumber(number).orElseThrow();
    }
}
