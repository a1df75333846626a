package fr.traboule.correspondence;

import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.outbox.DeliverMessages;
import fr.traboule.requests.FactKind;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Without a mail server, e-mails end in the administrators' mailbox. */
@WholeProgramTest
class MailboxTests {

    private static final String ADDRESS = "/administration/courriels";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    ReadRequests readRequests;

    @Autowired
    DeliverMessages deliverMessages;

    @Autowired
    StaffFixture staff;

    @Test
    void theReceiptIsReadThereAndNobodyIsToldThatItLeft() {
        var receipt = receiveRequest.receive(
                new Actor.Resident(), RequestFixture.said("Trou", RequestFixture.byEmail("jeanne@demo.example")));

        deliverMessages.deliverAll();

        var administrator = staff.agent(Role.ADMINISTRATOR, "accueil-usagers");
        assertThat(mvc.get().uri(ADDRESS).with(signedIn(administrator)))
                .hasStatusOk()
                .bodyText()
                .contains(receipt.number().toString(), "jeanne@demo.example");
        assertThat(readRequests
                        .tracked(receipt.number(), receipt.secret())
                        .orElseThrow()
                        .story())
                .extracting(RequestStory::kind)
                .containsExactly(FactKind.RECEIVED);
    }

    @Test
    void onlyAdministratorsReadIt() {
        assertThat(mvc.get().uri(ADDRESS)).hasRedirectedUrl("/connexion");
        assertThat(mvc.get().uri(ADDRESS).with(signedIn(staff.agent(Role.UNIT_HEAD, "cadre-de-vie"))))
                .hasStatus(403);
    }
}
