package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.CorrectText.Former;
import fr.traboule.requests.CorrectText.Part;
import fr.traboule.requests.CorrectText.Text;
import fr.traboule.requests.HandleRequest.ChangedMeanwhile;
import fr.traboule.requests.HandleRequest.Done;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.web.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** A text that is corrected keeps what stood there before, and why. */
@WholeProgramTest
@Transactional
class CorrectTextTests {

    @Autowired
    FindRequests find;

    @Autowired
    CorrectText correct;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    HandleRequest handle;

    @Autowired
    ReadRequests read;

    @Autowired
    Requests requests;

    @Autowired
    StaffFixture staff;

    private Actor.Agent officer;
    private RequestNumber number;

    @BeforeEach
    void aRequestTypedWrong() {
        officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        number = receiveRequest
                .receive(new Actor.Resident(), RequestFixture.said("Un trou rue Zzyzxa"))
                .number();
    }

    @Test
    void theWordsBeforeStayWithTheReasonAndTheNewOnesAreFound() {
        assertThat(correct.correct(officer, seen(0), Part.SAID, "Un trou rue Qwyjibo", "Faute de frappe"))
                .isInstanceOf(Done.class);

        assertThat(correct.texts(officer, request()).getFirst().words()).isEqualTo("Un trou rue Qwyjibo");
        assertThat(correct.former(request())).singleElement().satisfies(former -> {
            assertThat(former.words()).isEqualTo("Un trou rue Zzyzxa");
            assertThat(former.why()).isEqualTo("Faute de frappe");
            assertThat(former.by()).isEqualTo(officer.account());
        });
        assertThat(find.search(officer, "Qwyjibo", RequestFilter.NONE, Optional.empty(), 5)
                        .entries())
                .hasSize(1);
        assertThat(find.search(officer, "Zzyzxa", RequestFilter.NONE, Optional.empty(), 5)
                        .entries())
                .isEmpty();
    }

    @Test
    void aNoteIsCorrectedWithoutThePersonBeingTold() {
        handle.note(officer, seen(0), "Apeller le garage");
        var note = correct.texts(officer, request()).getLast().which();

        correct.correct(officer, seen(0), note, "Appeler le garage", "Orthographe");

        assertThat(correct.texts(officer, request()).getLast().words()).isEqualTo("Appeler le garage");
        assertThat(correct.former(request())).extracting(Former::which).containsExactly(note);
        assertThat(read.seenBy(officer, number).orElseThrow().story().getLast().isInternal())
                .isTrue();
    }

    @Test
    void whoSawTheTextBeforeAnotherCorrectionIsTold() {
        correct.correct(officer, seen(0), Part.SAID, "Un trou rue du Lac", "Une faute");

        assertThat(correct.correct(officer, seen(0), Part.SAID, "Un trou", "Une autre"))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(correct.former(request())).hasSize(1);
    }

    @Test
    void whatWasSaidToThePersonDoesNotChange() {
        handle.answer(officer, seen(0), "C’est réparé.");

        assertThat(correct.texts(officer, request())).extracting(Text::which).containsExactly(Part.SAID);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> correct.correct(
                        officer, seen(1), new CorrectText.Note(UUID.randomUUID()), "Rien n’est réparé", "Pourquoi"));
    }

    @Test
    void theWordsOfAPlaceAreMendedAndFound() {
        var said = RequestFixture.said("Un banc");
        var place = new Whereabouts("12 rue Kwyjibo", Optional.empty(), Optional.empty());
        number = receiveRequest
                .receive(
                        new Actor.Resident(),
                        new NewRequest(
                                said.id(),
                                said.channel(),
                                said.nature(),
                                said.subject(),
                                said.language(),
                                new Statement("Un banc", Optional.of(place), Contact.NONE),
                                List.of()))
                .number();
        assertThat(correct.correct(officer, seen(0), Part.PLACE, "12 rue Qwyjibo", "Le nom de la rue"))
                .isInstanceOf(Done.class);

        assertThat(requests.statement(request().id()).where().orElseThrow().label())
                .isEqualTo("12 rue Qwyjibo");
        assertThat(correct.former(request())).extracting(Former::which).containsExactly(Part.PLACE);
        assertThat(find.search(officer, "Qwyjibo", RequestFilter.NONE, Optional.empty(), 5)
                        .entries())
                .hasSize(1);
    }

    @Test
    void whoWroteItDownMendsItAndNobodyElseWhoOnlyReads() {
        var counter = staff.agent(Role.RECEPTION_AGENT, "mairie-9-accueil");
        number = receiveRequest
                .receive(new Actor.ForResident(counter), RequestFixture.said("Un banc prés du parc"))
                .number();
        var reader = staff.agent(Role.RECEPTION_AGENT, "orientation-demandes");
        handle.note(officer, seen(0), "Une note des agents");

        assertThat(correct.texts(reader, request())).isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> correct.correct(reader, seen(0), Part.SAID, "Un banc", "Pour voir"));
        assertThat(correct.texts(counter, request()))
                .extracting(Text::which)
                .doesNotHaveAnyElementsOfTypes(CorrectText.Note.class);
        assertThat(correct.correct(counter, seen(0), Part.SAID, "Un banc près du parc", "Un accent"))
                .isInstanceOf(Done.class);
    }

    private Request request() {
        return requests.byNumber(number).orElseThrow();
    }

    private Seen seen(int version) {
        return new Seen(number, version);
    }
}
