package fr.traboule.intake;

import fr.traboule.city.FindPlace;
import fr.traboule.residents.AnswerWay;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which question comes next, and which came before: those that make no sense after the answers given are left out. */
@Component
class Journey {

    /** In the address of a question that is asked again from the last page: its answer goes back there. */
    static final String CHANGING = "modifier";

    private final Subjects subjects;
    private final FindPlace findPlace;

    Journey(Subjects subjects, FindPlace findPlace) {
        this.subjects = subjects;
        this.findPlace = findPlace;
    }

    static boolean isChanging(HttpServletRequest request) {
        return request.getParameterMap().containsKey(CHANGING);
    }

    String next(Draft draft, Step step, boolean changing) {
        var next = neighbour(draft, step, 1);
        var belongsTogether = step == Step.PLACE && next == Step.EDGE || step == Step.REPLY && next == Step.CONTACT;
        if (changing && !belongsTogether) {
            return draft.door().redirect(Step.CHECK);
        }
        return draft.door().redirect(next) + (changing ? "?" + CHANGING : "");
    }

    String back(Draft draft, Step step, boolean changing) {
        return draft.door().address(changing ? Step.CHECK : neighbour(draft, step, -1));
    }

    Optional<Subject> subject(Draft draft) {
        return Optional.ofNullable(draft.answers().subject()).flatMap(subjects::byCode);
    }

    private Step neighbour(Draft draft, Step step, int direction) {
        var neighbour = Step.values()[step.ordinal() + direction];
        return isAsked(draft, neighbour) ? neighbour : neighbour(draft, neighbour, direction);
    }

    private boolean isAsked(Draft draft, Step step) {
        return switch (step) {
            case PLACE -> subject(draft).map(Subject::placeUseful).orElse(true);
            case EDGE ->
                draft.answers().place() != null
                        && !findPlace.candidates(draft.answers().place()).isEmpty();
            case CONTACT -> draft.answers().way() != null && draft.answers().way() != AnswerWay.NONE;
            default -> true;
        };
    }
}
