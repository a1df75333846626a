package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.routing.Subjects;
import fr.traboule.staff.ManageAccounts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody had in hand when they leave. */
@WholeProgramTest
class HandOverTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final String UNIT = "eclairage-public";

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    Requests requests;

    @Autowired
    ManageAccounts manage;

    @Autowired
    Subjects subjects;

    @Autowired
    StaffFixture staff;

    @Test
    void goesToWhoWasNamed() {
        var leaving = staff.agent(Role.CASE_OFFICER, UNIT);
        var next = staff.agent(Role.CASE_OFFICER, UNIT);
        var number = takenBy(leaving);

        leave(leaving, Optional.of(next.account()));

        assertThat(holder(number)).contains(next.account());
    }

    @Test
    void goesBackToTheUnitWhereNobodyWasNamed() {
        var leaving = staff.agent(Role.CASE_OFFICER, UNIT);
        var colleague = staff.agent(Role.CASE_OFFICER, UNIT);
        var number = takenBy(leaving);

        leave(leaving, Optional.empty());

        assertThat(holder(number)).isEmpty();
        var version = requests.byNumber(number).orElseThrow().version();
        assertThat(handle.take(colleague, new HandleRequest.Seen(number, version)))
                .isInstanceOf(HandleRequest.Done.class);
        assertThat(holder(number)).contains(colleague.account());
    }

    @Test
    void goesBackToTheUnitWhereWhoWasNamedHasLeftToo() {
        var leaving = staff.agent(Role.CASE_OFFICER, UNIT);
        var next = staff.agent(Role.CASE_OFFICER, UNIT);
        var number = takenBy(leaving);
        leave(next, Optional.empty());

        leave(leaving, Optional.of(next.account()));

        assertThat(holder(number)).isEmpty();
    }

    @Test
    void whatIsAnsweredStaysWithWhoAnsweredIt() {
        var leaving = staff.agent(Role.CASE_OFFICER, UNIT);
        var number = takenBy(leaving);
        handle.answer(leaving, new HandleRequest.Seen(number, 1), "C’est réparé.");

        leave(leaving, Optional.empty());

        assertThat(holder(number)).contains(leaving.account());
    }

    @Test
    void whoHasItInHandChangesWithTheUnit() {
        var agent = staff.agent(Role.CASE_OFFICER, UNIT);
        var number = takenBy(agent);
        var elsewhere = subjects.byCode("nid-de-poule").orElseThrow();

        handle.qualify(agent, new HandleRequest.Seen(number, 1), elsewhere);

        assertThat(holder(number)).isEmpty();
    }

    @Test
    void nobodyTakesWhatAnotherHasInHand() {
        var number = takenBy(staff.agent(Role.CASE_OFFICER, UNIT));

        assertThat(handle.take(staff.agent(Role.CASE_OFFICER, UNIT), new HandleRequest.Seen(number, 1)))
                .isInstanceOf(HandleRequest.ChangedMeanwhile.class);
    }

    private RequestNumber takenBy(Actor.Agent agent) {
        var lamp = subjects.byCode("lampadaire-eteint");
        var said = RequestFixture.said("Un lampadaire est éteint");
        var number = receive.receive(
                        new Actor.Resident(),
                        new NewRequest(
                                said.id(),
                                said.channel(),
                                said.nature(),
                                lamp,
                                said.language(),
                                said.statement(),
                                List.of()))
                .number();
        assertThat(handle.take(agent, new HandleRequest.Seen(number, 0))).isInstanceOf(HandleRequest.Done.class);
        return number;
    }

    private void leave(Actor.Agent agent, Optional<AccountId> successor) {
        manage.leave(staff.agent(Role.ADMINISTRATOR), new ManageAccounts.Seen(agent.account(), 0), TODAY, successor);
    }

    private Optional<AccountId> holder(RequestNumber number) {
        return requests.byNumber(number).orElseThrow().heldBy();
    }
}
