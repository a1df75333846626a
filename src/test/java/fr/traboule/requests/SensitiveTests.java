package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sensitive subjects: the unit in charge itself, and nobody else, in every list and page. */
@WholeProgramTest
class SensitiveTests {

    @Autowired
    FindRequests find;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    ReadRequests read;

    @Autowired
    Requests requests;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    private final String word = "mot" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void theUnitInChargeSeesIt() {
        var number = filed(new Actor.Resident());
        var inCharge = staff.agent(Role.CASE_OFFICER, unitOf(number));

        assertThat(read.seenBy(inCharge, number)).isPresent();
        assertThat(find.search(inCharge, word, RequestFilter.NONE, Optional.empty(), 10)
                        .entries())
                .hasSize(1);
        assertThat(find.queue(inCharge, RequestFilter.NONE, Optional.empty(), 1000))
                .anyMatch(entry -> entry.number().equals(number));
    }

    @Test
    void whoWorksAboveTheUnitDoesNot() {
        var number = filed(new Actor.Resident());
        var unit = directory.unit(unitOf(number)).orElseThrow();
        var above = staff.agent(
                Role.UNIT_HEAD, directory.unit(unit.parent().orElseThrow()).code());

        assertThat(read.seenBy(above, number)).isEmpty();
        assertThat(find.search(above, word, RequestFilter.NONE, Optional.empty(), 10)
                        .entries())
                .isEmpty();
        assertThat(find.queue(above, RequestFilter.NONE, Optional.empty(), 1000))
                .noneMatch(entry -> entry.number().equals(number));
    }

    @Test
    void norDoesWhoFiledIt() {
        var agent = staff.agent(Role.RECEPTION_AGENT, "accueil-usagers");
        var number = filed(new Actor.ForResident(agent));

        assertThat(read.seenBy(agent, number)).isEmpty();
        assertThat(find.search(agent, word, RequestFilter.NONE, Optional.empty(), 10)
                        .entries())
                .isEmpty();
        assertThat(read.elsewhere(agent, number)).isPresent();
    }

    private RequestNumber filed(Actor actor) {
        var said = RequestFixture.said("J’ai besoin d’aide " + word);
        return receive.receive(
                        actor,
                        new NewRequest(
                                said.id(),
                                said.channel(),
                                said.nature(),
                                Optional.of(sensitive()),
                                said.language(),
                                said.statement(),
                                List.of()))
                .number();
    }

    private Subject sensitive() {
        return subjects.byCode("inegalite-discrimination")
                .filter(Subject::sensitive)
                .orElseThrow();
    }

    private String unitOf(RequestNumber number) {
        return directory.unit(requests.byNumber(number).orElseThrow().unit()).code();
    }
}
