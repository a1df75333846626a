package fr.traboule.desk;

import static fr.traboule.desk.CasePage.known;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.CorrectText;
import fr.traboule.requests.CorrectText.Part;
import fr.traboule.requests.CorrectText.Text;
import fr.traboule.requests.CorrectText.Which;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was typed wrong in a request is mended: the words before and the reason stay on its page. */
@Controller
@RequestMapping(CasePage.ADDRESS + "/corriger")
class CorrectionController {

    private static final String SAID = "said";

    private final CorrectText correctText;
    private final ReadRequests requests;

    CorrectionController(CorrectText correctText, ReadRequests requests) {
        this.correctText = correctText;
        this.requests = requests;
    }

    /**
     * The text as it is to be.
     *
     * @param version of the request when the agent saw it
     * @param which of the texts
     */
    record CorrectionForm(
            int version,
            @Nullable String which,

            @NotBlank(message = "{desk.correction.words.missing}")
            @Size(max = 10_000, message = "{desk.case.tooLong}")
            @Nullable
            String words,

            @NotBlank(message = "{desk.correction.why.missing}")
            @Size(max = 500, message = "{desk.correction.why.tooLong}")
            @Nullable
            String why) {}

    @GetMapping
    String show(
            Actor.Agent agent,
            @PathVariable String number,
            @RequestParam(name = "texte", defaultValue = SAID) String which,
            Model model) {
        var request = request(agent, number);
        var text = text(agent, request, which);
        model.addAttribute("form", new CorrectionForm(request.version(), which, text.words(), null));
        return page(agent, request, model);
    }

    @PostMapping
    String correct(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            Model model) {
        var request = request(agent, number);
        if (errors.hasErrors()) {
            return page(agent, request, model);
        }
        var outcome = correctText.correct(
                agent,
                new HandleRequest.Seen(request.number(), form.version()),
                text(agent, request, Objects.requireNonNullElse(form.which(), SAID))
                        .which(),
                Objects.requireNonNull(form.words()),
                Objects.requireNonNull(form.why()));
        return switch (outcome) {
            case HandleRequest.Done done -> "redirect:" + CasePage.address(request.number());
            case HandleRequest.ChangedMeanwhile changed -> {
                model.addAttribute("changedMeanwhile", true);
                yield page(agent, request(agent, number), model);
            }
        };
    }

    private Text text(Actor.Agent agent, Request request, String which) {
        return correctText.texts(agent, request).stream()
                .filter(known -> code(known.which()).equals(which))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** As it stands in the address and in the form. */
    static String code(Which which) {
        return switch (which) {
            case Part.SAID -> SAID;
            case Part.PLACE -> "place";
            case CorrectText.Note(var id) -> id.toString();
        };
    }

    /** Key of what it is called. */
    static String label(Which which) {
        return switch (which) {
            case Part.SAID -> "desk.correction.said";
            case Part.PLACE -> "desk.case.place";
            case CorrectText.Note note -> "desk.correction.note";
        };
    }

    /** A text to choose. */
    record Line(String code, String label, String words) {}

    private String page(Actor.Agent agent, Request request, Model model) {
        model.addAttribute("request", request);
        model.addAttribute(
                "texts",
                correctText.texts(agent, request).stream()
                        .map(text -> new Line(code(text.which()), label(text.which()), text.words()))
                        .toList());
        return "desk/correction";
    }

    /** Of an agent who may mend something of it. */
    private Request request(Actor.Agent agent, String number) {
        return requests.seenBy(agent, known(number))
                .map(RequestSheet::request)
                .filter(request -> !correctText.texts(agent, request).isEmpty())
                .orElseThrow(NotFound::new);
    }
}
