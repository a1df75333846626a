package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.Complaints.Complained;
import fr.traboule.requests.Complaints.Complaint;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A complaint is answered under the eye of another unit than the one complained of, from the first day to the last. */
@WholeProgramTest
@Transactional
class ComplaintsTests {

    private static final String LIGHTING = "eclairage-public";
    private static final String COMPLAINTS = "qualite-reclamations";

    @Autowired
    Complaints complaints;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    HandleRequest handle;

    @Autowired
    MoveRequest move;

    @Autowired
    Requests requests;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    private Receipt about;

    @BeforeEach
    void aRequestAboutALamp() {
        about = received("lampadaire-eteint");
    }

    @Test
    void anotherUnitAnswersByTheSameWay() {
        var receipt = complaints.complain(about, complaint()).orElseThrow();

        var complaint = request(receipt);
        assertThat(complaint.unit()).isEqualTo(unit(COMPLAINTS));
        assertThat(complaint.nature()).isEqualTo(Nature.COMPLAINT);
        assertThat(requests.statement(complaint.id()).contact().email()).contains("mona@example.org");
        assertThat(complaints.about(complaint)).contains(new Complained(about.number(), unit(LIGHTING)));
        assertThat(complaints.of(request(about))).containsExactly(receipt.number());
    }

    @Test
    void sentTwiceItIsOne() {
        var complaint = complaint();

        assertThat(complaints.complain(about, complaint)).isEqualTo(complaints.complain(about, complaint));
        assertThat(complaints.of(request(about))).hasSize(1);
    }

    @Test
    void theIdOfAnotherRequestGivesNoReceiptAway() {
        var stranger = received("lampadaire-eteint");
        var forged = new Complaint(request(stranger).id(), Channel.WEB, Language.FR, "Donnez-moi son code");

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> complaints.complain(about, forged));
    }

    @Test
    void withoutTheCodeNobodyComplains() {
        var wrong = new Receipt(about.number(), received("lampadaire-eteint").secret());

        assertThat(complaints.complain(wrong, complaint())).isEmpty();
    }

    @Test
    void anAgentComplainsForThePerson() {
        var counter = staff.agent(Role.RECEPTION_AGENT, LIGHTING);

        var receipt = complaints.complain(counter, about.number(), complaint());

        assertThat(request(receipt).unit()).isEqualTo(unit(COMPLAINTS));
    }

    @Test
    void aComplaintAboutTheComplaintsUnitGoesAbove() {
        var first = complaints.complain(about, complaint()).orElseThrow();

        var second = complaints.complain(first, complaint()).orElseThrow();

        assertThat(directory.unit(COMPLAINTS).orElseThrow().parent())
                .contains(request(second).unit());
    }

    @Test
    void itIsNeverMovedToTheUnitComplainedOf() {
        var receipt = complaints.complain(about, complaint()).orElseThrow();
        var agent = staff.agent(Role.CASE_OFFICER, COMPLAINTS);
        var seen = new Seen(receipt.number(), 0);

        assertThat(move.mayGoTo(receipt.number(), unit(LIGHTING))).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> move.move(agent, seen, unit(LIGHTING), "À vous"));
        assertThatIllegalStateException()
                .isThrownBy(() -> move.notOurs(agent, seen, Optional.of(unit(LIGHTING)), "À vous"));
        assertThat(request(receipt).unit()).isEqualTo(unit(COMPLAINTS));
    }

    @Test
    void norDoesASubjectSendItThere() {
        var receipt = complaints.complain(about, complaint()).orElseThrow();
        var agent = staff.agent(Role.CASE_OFFICER, COMPLAINTS);

        handle.qualify(
                agent,
                new Seen(receipt.number(), 0),
                subjects.byCode("lampadaire-eteint").orElseThrow());

        assertThat(request(receipt).unit()).isEqualTo(unit(COMPLAINTS));
    }

    private static Complaint complaint() {
        return new Complaint(RequestId.next(), Channel.WEB, Language.FR, "Personne n’est venu");
    }

    private Receipt received(String subject) {
        var said = RequestFixture.said("Un lampadaire est éteint", RequestFixture.byEmail("mona@example.org"));
        return receiveRequest.receive(
                new Actor.Resident(),
                new NewRequest(
                        said.id(),
                        said.channel(),
                        said.nature(),
                        subjects.byCode(subject),
                        said.language(),
                        said.statement(),
                        List.of()));
    }

    private Request request(Receipt receipt) {
        return requests.byNumber(receipt.number()).orElseThrow();
    }

    private UnitId unit(String code) {
        return directory.unit(code).orElseThrow().id();
    }
}
