package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.ReadRequests;
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
            return back(sheet, form, redirect);
        }
        return put(filled.get(), sheet, form, redirect);
    }

    private static String put(
            AnswerSuggestions.Filled filled, RequestSheet sheet, CaseForm form, RedirectAttributes redirect) {
        var typed = Optional.ofNullable(form.answer()).map(String::strip).orElse("");
        var answer = typed.isEmpty() ? filled.words() : typed + "\n\n" + filled.words();
        if (answer.length() > LONGEST_ANSWER) {
            redirect.addFlashAttribute(SAID, "desk.case.model.noRoom");
            return back(sheet, form, redirect);
        }
        if (filled.language() != sheet.request().language()) {
            redirect.addFlashAttribute(SAID, "desk.case.model.inFrench");
        }
        return back(sheet, form.answering(answer, filled.reference()), redirect);
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
        redirect.addFlashAttribute(CasePage.FORM, form);
        return "redirect:" + CasePage.address(known) + "#model.words";
    }

    private static String back(RequestSheet sheet, CaseForm form, RedirectAttributes redirect) {
        redirect.addFlashAttribute(CasePage.FORM, form);
        return "redirect:" + CasePage.address(sheet.request().number()) + "#answer";
    }
}
