package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.web.NotFound;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Another unit is asked, and the request is not given away. */
@WholeProgramTest
class OpinionTests {

    private static final LocalDate DAY = LocalDate.of(2099, 1, 5);

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    HandleRequest handle;

    @Autowired
    AskOpinion opinions;

    @Autowired
    ReadRequests read;

    @Autowired
    Requests requests;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent officer;
    private Actor.Agent gardener;
    private RequestNumber number;

    @BeforeEach
    void aRequestInTriage() {
        officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        gardener = staff.agent(Role.CASE_OFFICER, "espaces-verts");
        number = receiveRequest
                .receive(new Actor.Resident(), RequestFixture.said("Un arbre touche le lampadaire"))
                .number();
    }

    @Test
    void whoIsAskedSeesTheRequestUntilTheOpinionIsGiven() {
        assertThat(read.mayBeSeenBy(gardener, number)).isFalse();
        assertThat(opinions.ask(officer, number, gardens(), DAY, "Est-il à vous ?"))
                .isTrue();

        assertThat(read.mayBeSeenBy(gardener, number)).isTrue();
        var asked = opinions.awaitedFrom(gardener, Optional.empty(), 1_000).stream()
                .filter(opinion -> opinion.request().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(asked.question()).isEqualTo("Est-il à vous ?");
        assertThat(opinions.give(gardener, number, asked.id(), "Oui, il est à nous."))
                .isTrue();

        assertThat(read.mayBeSeenBy(gardener, number)).isFalse();
        assertThat(opinions.awaitedFor(request())).isEmpty();
        assertThat(read.seenBy(officer, number).orElseThrow().story().getLast()).satisfies(given -> {
            assertThat(given.kind()).isEqualTo(FactKind.OPINION_GIVEN);
            assertThat(given.words()).contains("Oui, il est à nous.");
            assertThat(given.isInternal()).isTrue();
        });
    }

    @Test
    void whoIsAskedNeitherAnswersNorMovesIt() {
        opinions.ask(officer, number, gardens(), DAY, "Est-il à vous ?");

        assertThat(handle.mayHandle(gardener, request())).isFalse();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> handle.answer(gardener, new Seen(number, 0), "Je réponds à sa place"));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> opinions.ask(gardener, number, triage(), DAY, "Et vous ?"));
        assertThat(request().unit()).isEqualTo(triage());
    }

    @Test
    void nobodyElseGivesIt() {
        opinions.ask(officer, number, gardens(), DAY, "Est-il à vous ?");
        var asked = opinions.awaitedFor(request()).getFirst();
        var stranger = staff.agent(Role.CASE_OFFICER, "eclairage-public");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> opinions.give(stranger, number, asked.id(), "Moi !"));
        assertThat(opinions.give(officer, number, asked.id(), "Moi !")).isFalse();
        assertThat(opinions.awaitedFor(request())).hasSize(1);
    }

    @Test
    void aSensitiveRequestIsShownToNobodyElse() {
        jdbc.sql("update requests.request set sensitive = true where number = ?")
                .param(number.signs())
                .update();

        assertThat(opinions.ask(officer, number, gardens(), DAY, "Qu’en dites-vous ?"))
                .isFalse();
    }

    private Request request() {
        return requests.byNumber(number).orElseThrow();
    }

    private UnitId gardens() {
        return directory.unit("espaces-verts").orElseThrow().id();
    }

    private UnitId triage() {
        return directory.unit("orientation-demandes").orElseThrow().id();
    }
}
