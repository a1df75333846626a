package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.CorrectText.Former;
import fr.traboule.requests.HandleRequest.ChangedMeanwhile;
import fr.traboule.requests.HandleRequest.Done;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.web.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
        assertThat(correct.correct(officer, seen(0), Optional.empty(), "Un trou rue Qwyjibo", "Faute de frappe"))
                .isInstanceOf(Done.class);

        assertThat(correct.texts(request()).getFirst().words()).isEqualTo("Un trou rue Qwyjibo");
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
        var note = correct.texts(request()).getLast().note();

        correct.correct(officer, seen(0), note, "Appeler le garage", "Orthographe");

        assertThat(correct.texts(request()).getLast().words()).isEqualTo("Appeler le garage");
        assertThat(correct.former(request())).extracting(Former::isNote).containsExactly(true);
        assertThat(read.seenBy(officer, number).orElseThrow().story().getLast().isInternal())
                .isTrue();
    }

    @Test
    void whoSawTheTextBeforeAnotherCorrectionIsTold() {
        correct.correct(officer, seen(0), Optional.empty(), "Un trou rue du Lac", "Une faute");

        assertThat(correct.correct(officer, seen(0), Optional.empty(), "Un trou", "Une autre"))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(correct.former(request())).hasSize(1);
    }

    @Test
    void whatWasSaidToThePersonDoesNotChange() {
        handle.answer(officer, seen(0), "C’est réparé.");

        assertThat(correct.texts(request())).hasSize(1);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> correct.correct(
                        officer, seen(1), Optional.of(UUID.randomUUID()), "Rien n’est réparé", "Pourquoi"));
    }

    private Request request() {
        return requests.byNumber(number).orElseThrow();
    }

    private Seen seen(int version) {
        return new Seen(number, version);
    }
}
