package fr.traboule.desk;

import fr.traboule.desk.AnswerSuggestions.Place;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestAct;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts an answer kept ready behind what the agent has typed; nothing is sent. */
@Controller
@RequestMapping(CasePage.ADDRESS)
class InsertAnswerController {

    /** Key of the sentence that says what came of it. */
    private static final String SAID = "modelSaid";

    private static final int LONGEST_ANSWER = 10_000;

    private final ReadRequests requests;
    private final SuggestedAnswers suggested;

    InsertAnswerController(ReadRequests requests, SuggestedAnswers suggested) {
        this.requests = requests;
        this.suggested = suggested;
    }

    @PostMapping("/reponse-type")
    String insert(
            Actor.Agent agent,
            @PathVariable String number,
            @ModelAttribute(CasePage.FORM) CaseForm form,
            RedirectAttributes redirect) {
        var sheet = RequestNumber.of(number)
                .flatMap(known -> requests.seenBy(agent, known))
                .orElseThrow(NotFound::new);
        var filled = Optional.ofNullable(form.model())
                .map(ModelChoice::chosen)
                .flatMap(chosen -> suggested.fill(agent, sheet, chosen));
        if (filled.isEmpty()) {
            redirect.addFlashAttribute(SAID, "desk.case.model.missing");
            return back(sheet, form, Place.ANSWER, redirect);
        }
        return put(filled.get(), sheet, form, redirect);
    }

    private static String put(
            AnswerSuggestions.Filled filled, RequestSheet sheet, CaseForm form, RedirectAttributes redirect) {
        var place = place(filled, sheet.request());
        var typed = form.in(place);
        var words = typed.isEmpty() ? filled.words() : typed + "\n\n" + filled.words();
        if (words.length() > LONGEST_ANSWER) {
            redirect.addFlashAttribute(SAID, "desk.case.model.noRoom");
            return back(sheet, form, place, redirect);
        }
        if (filled.language() != sheet.request().language()) {
            redirect.addFlashAttribute(SAID, "desk.case.model.inFrench");
        }
        return back(sheet, form.with(place, words, filled.reference()), place, redirect);
    }

    /** A question goes where questions are asked, so that the request waits for its reply; where none can be, it is an answer. */
    private static Place place(AnswerSuggestions.Filled filled, Request request) {
        var wanted = filled.place();
        var act = switch (wanted) {
            case ANSWER -> RequestAct.ANSWER;
            case QUESTION -> RequestAct.ASK_RESIDENT;
            case HAND_OVER -> RequestAct.HAND_OVER;
        };
        return request.allows(act) ? wanted : Place.ANSWER;
    }

    /** The key Enter presses the search of subjects: where no subject is looked for, this one was meant. */
    @PostMapping(
            value = "/orienter",
            params = {"chercher=subjectWords", "model.words", "model.words!=", "subjectWords="})
    String enter(
            Actor.Agent agent,
            @PathVariable String number,
            @ModelAttribute(CasePage.FORM) CaseForm form,
            RedirectAttributes redirect) {
        return search(agent, number, form, redirect);
    }

    @PostMapping("/reponse-type/chercher")
    String search(
            Actor.Agent agent,
            @PathVariable String number,
            @ModelAttribute(CasePage.FORM) CaseForm form,
            RedirectAttributes redirect) {
        var known = RequestNumber.of(number)
                .filter(typed -> requests.mayBeSeenBy(agent, typed))
                .orElseThrow(NotFound::new);
        redirect.addFlashAttribute(CasePage.WRITTEN, form);
        return "redirect:" + CasePage.address(known) + "#model.words";
    }

    private static String back(RequestSheet sheet, CaseForm form, Place place, RedirectAttributes redirect) {
        redirect.addFlashAttribute(CasePage.WRITTEN, form);
        var field = switch (place) {
            case ANSWER -> "answer";
            case QUESTION -> "question";
            case HAND_OVER -> "handOver";
        };
        return "redirect:" + CasePage.address(sheet.request().number()) + "#" + field;
    }
}
