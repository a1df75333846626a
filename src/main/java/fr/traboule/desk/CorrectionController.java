package fr.traboule.desk;

import static fr.traboule.desk.CasePage.known;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.CorrectText;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

    private final CorrectText correctText;
    private final HandleRequest handle;
    private final ReadRequests requests;

    CorrectionController(CorrectText correctText, HandleRequest handle, ReadRequests requests) {
        this.correctText = correctText;
        this.handle = handle;
        this.requests = requests;
    }

    /**
     * The text as it is to be.
     *
     * @param version of the request when the agent saw it
     * @param note id of the note; none for what the person said
     */
    record CorrectionForm(
            int version,
            @Nullable UUID note,

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
            @RequestParam(name = "note", required = false) @Nullable UUID note,
            Model model) {
        var request = request(agent, number);
        var text = correctText.texts(request).stream()
                .filter(known -> known.note().equals(Optional.ofNullable(note)))
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("form", new CorrectionForm(request.version(), note, text.words(), null));
        return page(request, model);
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
            return page(request, model);
        }
        var outcome = correctText.correct(
                agent,
                new HandleRequest.Seen(request.number(), form.version()),
                Optional.ofNullable(form.note()),
                Objects.requireNonNull(form.words()),
                Objects.requireNonNull(form.why()));
        return switch (outcome) {
            case HandleRequest.Done done -> "redirect:" + CasePage.address(request.number());
            case HandleRequest.ChangedMeanwhile changed -> {
                model.addAttribute("changedMeanwhile", true);
                yield page(request(agent, number), model);
            }
        };
    }

    private String page(Request request, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("texts", correctText.texts(request));
        return "desk/correction";
    }

    /** Of an agent who may do more with it than read. */
    private Request request(Actor.Agent agent, String number) {
        return requests.seenBy(agent, known(number))
                .map(RequestSheet::request)
                .filter(request -> handle.mayHandle(agent, request))
                .orElseThrow(NotFound::new);
    }
}
