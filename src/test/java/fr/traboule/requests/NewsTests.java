package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list tells what came since an agent last did anything, and no longer once one did. */
@WholeProgramTest
class NewsTests {

    private static final int ALL = 10_000;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    WaitForOthers wait;

    @Autowired
    PersonActs person;

    @Autowired
    AskOpinion opinions;

    @Autowired
    FindRequests find;

    @Autowired
    Requests requests;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    private Actor.Agent officer;
    private Receipt receipt;

    @BeforeEach
    void aRequestInTriage() {
        officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        receipt =
                receive.receive(new Actor.Resident(), RequestFixture.said("La grille du parc reste close, nyctalope"));
    }

    @Test
    void aReplyIsNewsUntilAnAgentDoesSomething() {
        assertThat(news()).isEmpty();
        wait.askResident(officer, seen(), "Quelle grille ?");
        assertThat(news()).isEmpty();

        person.reply(receipt, "Celle du nord");
        assertThat(news()).contains(News.REPLIED);

        handle.note(officer, seen(), "Vu");
        assertThat(news()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotDoIsNews() {
        handle.answer(officer, seen(), "Elle est ouverte.");
        person.reopen(receipt, "Non, elle est close");

        assertThat(news()).contains(News.REOPENED);
    }

    @Test
    void anOpinionIsNewsAlthoughAnAgentGaveIt() {
        var gardener = staff.agent(Role.CASE_OFFICER, "espaces-verts");
        var gardens = directory.unit("espaces-verts").orElseThrow().id();
        opinions.ask(officer, receipt.number(), gardens, LocalDate.of(2100, 1, 1), "Est-elle à vous ?");
        assertThat(news()).isEmpty();

        opinions.give(
                gardener,
                receipt.number(),
                opinions.awaitedFor(request()).getFirst().id(),
                "Oui");
        assertThat(news()).contains(News.OPINION_GIVEN);
    }

    /** In the queue as in a search. */
    private Optional<News> news() {
        var queued = find.queue(officer, RequestFilter.NONE, Optional.empty(), ALL).stream()
                .filter(entry -> entry.number().equals(receipt.number()))
                .findFirst()
                .orElseThrow();
        var found = find.search(officer, "nyctalope", RequestFilter.NONE, Optional.empty(), ALL).entries().stream()
                .filter(entry -> entry.number().equals(receipt.number()))
                .findFirst()
                .orElseThrow();
        assertThat(found.news()).isEqualTo(queued.news());
        return queued.news();
    }

    private HandleRequest.Seen seen() {
        return new HandleRequest.Seen(receipt.number(), request().version());
    }

    private Request request() {
        return requests.byNumber(receipt.number()).orElseThrow();
    }
}
