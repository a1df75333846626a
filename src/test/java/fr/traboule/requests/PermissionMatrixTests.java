package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.files.DrawPicture;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.CorrectText.Part;
import fr.traboule.routing.Subjects;
import fr.traboule.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who may do what with which request: each role, from each place of the city, with ordinary and sensitive subjects. « hidden »
 * is told like what does not exist; « refused » is the role's.
 */
@WholeProgramTest
class PermissionMatrixTests {

    /** « relation-usagers » is above it, « accueil-usagers » beside it. */
    private static final String IN_CHARGE = "qualite-reclamations";

    @Autowired
    FindRequests find;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    ReadRequests read;

    @Autowired
    HandleRequest handle;

    @Autowired
    MoveRequest move;

    @Autowired
    WaitForOthers waiting;

    @Autowired
    AskOpinion opinions;

    @Autowired
    CorrectText correct;

    @Autowired
    RelateRequests relate;

    @Autowired
    PreparePictures pictures;

    @Autowired
    Requests requests;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECEPTION_AGENT         | qualite-reclamations | reclamation-service     | others | seen    | done    | refused
            RECEPTION_AGENT         | relation-usagers     | reclamation-service     | others | seen    | done    | refused
            RECEPTION_AGENT         | accueil-usagers      | reclamation-service     | others | hidden  | hidden  | refused
            RECEPTION_AGENT         | accueil-usagers      | reclamation-service     | filed  | seen    | done    | refused
            RECEPTION_AGENT         | qualite-reclamations | inegalite-discrimination | others | seen    | done    | refused
            RECEPTION_AGENT         | relation-usagers     | inegalite-discrimination | others | hidden  | hidden  | refused
            RECEPTION_AGENT         | accueil-usagers      | inegalite-discrimination | filed  | hidden  | hidden  | refused
            CASE_OFFICER            | qualite-reclamations | reclamation-service     | others | seen    | done    | done
            CASE_OFFICER            | relation-usagers     | reclamation-service     | others | seen    | done    | done
            CASE_OFFICER            | accueil-usagers      | reclamation-service     | others | hidden  | hidden  | hidden
            CASE_OFFICER            | accueil-usagers      | reclamation-service     | filed  | seen    | done    | refused
            CASE_OFFICER            | qualite-reclamations | inegalite-discrimination | others | seen    | done    | done
            CASE_OFFICER            | relation-usagers     | inegalite-discrimination | others | hidden  | hidden  | hidden
            CASE_OFFICER            | accueil-usagers      | inegalite-discrimination | filed  | hidden  | hidden  | hidden
            UNIT_HEAD               | qualite-reclamations | reclamation-service     | others | seen    | done    | done
            UNIT_HEAD               | relation-usagers     | reclamation-service     | others | seen    | done    | done
            UNIT_HEAD               | accueil-usagers      | reclamation-service     | others | hidden  | hidden  | hidden
            UNIT_HEAD               | qualite-reclamations | inegalite-discrimination | others | seen    | done    | done
            UNIT_HEAD               | relation-usagers     | inegalite-discrimination | others | hidden  | hidden  | hidden
            DATA_PROTECTION_OFFICER | qualite-reclamations | reclamation-service     | others | refused | refused | refused
            DATA_PROTECTION_OFFICER | qualite-reclamations | inegalite-discrimination | others | refused | refused | refused
            ARCHIVIST               | qualite-reclamations | reclamation-service     | others | refused | refused | refused
            ARCHIVIST               | qualite-reclamations | inegalite-discrimination | others | refused | refused | refused
            ADMINISTRATOR           | qualite-reclamations | reclamation-service     | others | refused | refused | refused
            ADMINISTRATOR           | relation-usagers     | inegalite-discrimination | others | refused | refused | refused
            """)
    void mayDo(Role role, String unit, String subject, String by, String page, String note, String take) {
        var agent = staff.agent(role, unit);
        var number = filed(subject, by.equals("filed") ? new Actor.ForResident(agent) : new Actor.Resident());
        assertThat(directory
                        .unit(requests.byNumber(number).orElseThrow().unit())
                        .code())
                .isEqualTo(IN_CHARGE);

        assertThat(told(() -> read.seenBy(agent, number).isPresent() ? "seen" : "hidden"))
                .isEqualTo(page);
        assertThat(told(() -> done(handle.note(agent, seen(number), "Une note"))))
                .isEqualTo(note);
        assertThat(told(() -> done(handle.take(agent, seen(number))))).isEqualTo(take);
        if (!take.equals("done")) {
            assertThat(everyOtherAct(agent, number))
                    .as("each act of the unit in charge")
                    .containsOnly(take);
            assertThat(told(() -> done(correct.correct(agent, seen(number), Part.SAID, "Autre texte", "Une faute"))))
                    .as("whoever wrote it down mends what they wrote")
                    .isEqualTo(by.equals("filed") && page.equals("seen") ? "done" : note.equals("done") ? take : note);
        }
        // What is in no list is in no page, and the other way round.
        assertThat(told(() -> find.queue(agent, RequestFilter.NONE, Optional.empty(), 10_000).stream()
                                .anyMatch(entry -> entry.number().equals(number))
                        ? "seen"
                        : "hidden"))
                .isEqualTo(by.equals("filed") && page.equals("seen") ? "hidden" : page);
    }

    private List<String> everyOtherAct(Actor.Agent agent, RequestNumber number) {
        var other = filed("reclamation-service", new Actor.Resident());
        var elsewhere = directory.unit("etat-civil").orElseThrow().id();
        var photo = new FileId(UUID.randomUUID());
        var nothing = HiddenSquares.none(new DrawPicture.Size(4, 3));
        var partner =
                directory.organisations().stream().findFirst().orElseThrow().id();
        return Stream.<Supplier<Object>>of(
                        () -> handle.assign(agent, seen(number), agent.account()),
                        () -> handle.qualify(
                                agent,
                                seen(number),
                                subjects.byCode("lampadaire-eteint").orElseThrow()),
                        () -> handle.answer(agent, seen(number), "Une réponse"),
                        () -> handle.close(agent, seen(number)),
                        () -> move.move(agent, seen(number), elsewhere, "Pourquoi"),
                        () -> move.notOurs(agent, seen(number), Optional.empty(), "Pourquoi"),
                        () -> move.handOver(agent, seen(number), partner, "Transmis"),
                        () -> waiting.askResident(agent, seen(number), "Où est-ce ?"),
                        () -> opinions.ask(
                                agent, number, elsewhere, LocalDate.now().plusDays(3), "Votre avis ?"),
                        () -> pictures.publish(agent, seen(number), photo, nothing),
                        () -> pictures.refuse(agent, seen(number), photo, PictureReason.OTHER),
                        () -> pictures.find(agent, number, photo),
                        () -> pictures.look(agent, number, photo, "", squares -> Optional.empty()),
                        () -> relate.relate(agent, number, other, "Pourquoi"),
                        () -> relate.separate(agent, number, other, "Pourquoi"))
                .map(act -> told(() -> act.get().toString()))
                .distinct()
                .toList();
    }

    private static String told(Supplier<String> act) {
        try {
            return act.get();
        } catch (AccessDeniedException refused) {
            return "refused";
        } catch (NotFound hidden) {
            return "hidden";
        }
    }

    private static String done(HandleRequest.Outcome outcome) {
        return outcome instanceof HandleRequest.Done ? "done" : "changed";
    }

    private HandleRequest.Seen seen(RequestNumber number) {
        return new HandleRequest.Seen(
                number, requests.byNumber(number).orElseThrow().version());
    }

    private RequestNumber filed(String subject, Actor actor) {
        var said = RequestFixture.said("Une demande");
        return receive.receive(
                        actor,
                        new NewRequest(
                                said.id(),
                                said.channel(),
                                said.nature(),
                                subjects.byCode(subject),
                                said.language(),
                                said.statement(),
                                List.of()))
                .number();
    }
}
