package fr.traboule.requests;

import static fr.traboule.residents.ResidentFixture.name;
import static fr.traboule.residents.ResidentFixture.phone;
import static fr.traboule.residents.ResidentFixture.wishing;
import static fr.traboule.residents.ResidentFixture.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.Needs;
import fr.traboule.residents.ResidentCard;
import fr.traboule.residents.ResidentErased;
import fr.traboule.residents.ResidentId;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wordings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Requests tied to the record of a person: by whoever sees both, and seen by whoever may see the request. */
@WholeProgramTest
class ResidentRequestsTests {

    @Autowired
    FindRequests find;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    LinkResident links;

    @Autowired
    ResidentRequests residentRequests;

    @Autowired
    ResidentRequestsPart part;

    @Autowired
    CorrectText corrections;

    @Autowired
    ReadRequests read;

    @Autowired
    Requests requests;

    @Autowired
    KeepResident keepResident;

    @Autowired
    HandleRequest handle;

    @Autowired
    PersonActs person;

    @Autowired
    Subjects subjects;

    @Autowired
    StaffFixture staff;

    @Autowired
    Wordings wordings;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent reception;
    private ResidentId resident;

    @BeforeEach
    void somebodyOfWhomARecordIsKept() {
        reception = staff.agent(Role.RECEPTION_AGENT, "qualite-reclamations");
        resident = keepResident.keep(reception, wishing(name("Jeanne " + word()), phone("01 99 00 45 10")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECEPTION_AGENT | qualite-reclamations | reclamation-service      | 1 | 0
            RECEPTION_AGENT | relation-usagers     | reclamation-service      | 1 | 0
            RECEPTION_AGENT | accueil-usagers      | reclamation-service      | 0 | 1
            CASE_OFFICER    | eclairage-public     | reclamation-service      | 0 | 1
            RECEPTION_AGENT | qualite-reclamations | inegalite-discrimination | 1 | 0
            UNIT_HEAD       | relation-usagers     | inegalite-discrimination | 0 | 0
            RECEPTION_AGENT | accueil-usagers      | inegalite-discrimination | 0 | 0
            """)
    void onTheRecordEachSeesWhatTheyMayAndOfSensitiveOnesNothing(
            Role role, String unit, String subject, int seen, int elsewhere) {
        filed(subject);

        var found =
                residentRequests.of(staff.agent(role, unit), Set.of(resident)).orElseThrow();

        assertThat(found.seen()).hasSize(seen);
        assertThat(found.elsewhere()).hasSize(elsewhere);
    }

    @Test
    void whoSeesNoRequestsSeesNoneOnTheRecord() {
        filed("reclamation-service");

        assertThat(residentRequests.of(staff.agent(Role.DATA_PROTECTION_OFFICER), Set.of(resident)))
                .isEmpty();
    }

    @Test
    void onlyWhoSeesTheRequestTiesItAndThatIsToldInItsHistory() {
        var number = receive.receive(new Actor.Resident(), of("reclamation-service", Optional.empty()))
                .number();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> links.link(staff.agent(Role.CASE_OFFICER, "eclairage-public"), number, resident));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> links.link(staff.agent(Role.DATA_PROTECTION_OFFICER), number, resident));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links.link(reception, number, ResidentId.next()));
        links.link(reception, number, resident);
        links.link(reception, number, resident);
        links.unlink(reception, number);
        links.unlink(reception, number);

        assertThat(kinds(number)).containsExactly(FactKind.RECEIVED, FactKind.LINKED, FactKind.UNLINKED);
    }

    @Test
    void keptFromTheRequestBothAreTied() {
        var number = receive.receive(new Actor.Resident(), of("reclamation-service", Optional.empty()))
                .number();

        var kept = links.keep(reception, number, wishing(name(word())));

        assertThat(links.of(reception, requests.byNumber(number).orElseThrow()))
                .hasValueSatisfying(card -> assertThat(card.id()).isEqualTo(kept));
    }

    @Test
    void anErasedRecordLetsGoOfTheRequestWhichStays() {
        var number = filed("reclamation-service");

        events.publishEvent(new ResidentErased(resident));

        assertThat(links.of(reception, requests.byNumber(number).orElseThrow())).isEmpty();
        assertThat(read.seenBy(reception, number)).isPresent();
        assertThat(kinds(number)).endsWith(FactKind.UNLINKED);
    }

    @Test
    void theFileForThePersonHasAllThatWasSaidSensitiveOnesTooAndIsLogged() {
        var number = filed("inegalite-discrimination");
        var officer = staff.agent(Role.DATA_PROTECTION_OFFICER);
        var card = new ResidentCard(resident, List.of(), AnswerWay.NONE, Language.FR, Needs.NONE, 0);

        var lines = part.of(officer, card, Set.of(resident), wordings.in(Language.FR));

        assertThat(lines).anySatisfy(line -> assertThat(line.value()).isEqualTo("Une demande"));
        assertThat(lines).allSatisfy(line -> assertThat(line.about()).contains(number.toString()));
        assertThat(jdbc.sql("select what from requests.access_log where account_id = ?")
                        .param(officer.account().value())
                        .query(String.class)
                        .list())
                .containsExactly("export");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> part.of(reception, card, Set.of(resident), wordings.in(Language.FR)));
    }

    @Test
    void theFileForThePersonHasWhatStoodThereBeforeACorrection() {
        var number = filed("reclamation-service");
        var head = staff.agent(Role.CASE_OFFICER, unit(number));
        corrections.correct(
                head,
                new HandleRequest.Seen(number, version(number)),
                CorrectText.Part.SAID,
                "Une autre demande",
                "Mal tapé");
        var officer = staff.agent(Role.DATA_PROTECTION_OFFICER);
        var card = new ResidentCard(resident, List.of(), AnswerWay.NONE, Language.FR, Needs.NONE, 0);

        assertThat(part.of(officer, card, Set.of(resident), wordings.in(Language.FR)))
                .extracting(line -> line.value())
                .contains("Une autre demande", "Une demande");
    }

    @Test
    void theFileForThePersonHasWhatIsStillToBePosted() {
        var number = filed("reclamation-service");
        var head = staff.agent(Role.CASE_OFFICER, unit(number));
        var typed = new ContactForm("Jeanne", null, null, "3 rue Garibaldi, 69003 Lyon");
        person.answerBy(head, new HandleRequest.Seen(number, version(number)), AnswerWay.LETTER, typed);
        handle.answer(head, new HandleRequest.Seen(number, version(number)), "Nous avons regardé.");
        var officer = staff.agent(Role.DATA_PROTECTION_OFFICER);
        var card = new ResidentCard(resident, List.of(), AnswerWay.NONE, Language.FR, Needs.NONE, 0);

        assertThat(part.of(officer, card, Set.of(resident), wordings.in(Language.FR)))
                .anySatisfy(line -> {
                    assertThat(line.what()).isEqualTo("À poster");
                    assertThat(line.value()).contains("Réponse", "Pas encore fait");
                });
    }

    private String unit(RequestNumber number) {
        return jdbc.sql("select u.code from requests.request r join city.unit u on u.id = r.unit_id where r.number = ?")
                .param(number.signs())
                .query(String.class)
                .single();
    }

    private int version(RequestNumber number) {
        return requests.byNumber(number).orElseThrow().version();
    }

    @Test
    void thePersonChangesHowTheyAreAnsweredAndItIsTold() {
        var receipt = receive.receive(
                new Actor.Resident(), RequestFixture.said("Un trou", RequestFixture.byEmail(word() + "@demo.example")));
        var typed = new ContactForm(null, null, "06 12 34 56 78", null);

        assertThat(person.answerBy(receipt, 0, AnswerWay.PHONE, ContactForm.BLANK))
                .isEqualTo(PersonActs.Outcome.NEEDS_MORE);
        assertThat(person.answerBy(receipt, 7, AnswerWay.PHONE, typed)).isEqualTo(PersonActs.Outcome.NOT_NOW);
        assertThat(person.answerBy(receipt, 0, AnswerWay.PHONE, typed)).isEqualTo(PersonActs.Outcome.DONE);
        assertThat(person.answerBy(receipt, 1, AnswerWay.EMAIL, ContactForm.BLANK))
                .as("what was known stays")
                .isEqualTo(PersonActs.Outcome.DONE);

        assertThat(kinds(receipt.number()))
                .containsExactly(FactKind.RECEIVED, FactKind.WAY_CHANGED, FactKind.WAY_CHANGED);
        assertThat(story(receipt.number()))
                .allSatisfy(told -> assertThat(told.isInternal()).isFalse());
    }

    @Test
    void theNewNumberFindsThePerson() {
        var triage = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        var receipt = receive.receive(new Actor.Resident(), RequestFixture.said("Un trou"));
        var mail = word() + "@demo.example";

        person.answerBy(
                triage,
                new HandleRequest.Seen(receipt.number(), 0),
                AnswerWay.EMAIL,
                new ContactForm(null, mail, null, null));

        assertThat(find.search(triage, mail, RequestFilter.NONE, Optional.empty(), 5)
                        .entries())
                .hasSize(1);
        assertThat(read.seenBy(triage, receipt.number())
                        .orElseThrow()
                        .statement()
                        .contact()
                        .email())
                .contains(mail);
    }

    @Test
    void onceItIsWithdrawnNobodyIsAnsweredAnyMore() {
        var receipt = receive.receive(new Actor.Resident(), RequestFixture.said("Un trou"));
        person.withdraw(receipt);

        assertThat(person.answerBy(receipt, 1, AnswerWay.EMAIL, new ContactForm(null, "a@b.fr", null, null)))
                .isEqualTo(PersonActs.Outcome.NOT_NOW);
    }

    private List<FactKind> kinds(RequestNumber number) {
        return story(number).stream().map(RequestStory::kind).toList();
    }

    private List<RequestStory> story(RequestNumber number) {
        return read.tracked(number, secret(number)).orElseThrow().story();
    }

    private TrackingSecret secret(RequestNumber number) {
        return read.receipt(requests.byNumber(number).orElseThrow().id()).secret();
    }

    private RequestNumber filed(String subject) {
        return receive.receive(new Actor.Resident(), of(subject, Optional.of(resident)))
                .number();
    }

    private NewRequest of(String subject, Optional<ResidentId> tied) {
        var said = RequestFixture.said("Une demande");
        return new NewRequest(
                said.id(),
                said.channel(),
                said.nature(),
                subjects.byCode(subject),
                said.language(),
                said.statement(),
                List.of(),
                Optional.empty(),
                tied);
    }
}
