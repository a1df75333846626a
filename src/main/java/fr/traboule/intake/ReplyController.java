package fr.traboule.intake;

import fr.traboule.residents.AnswerWay;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** How to be answered, what saying who one is adds, and that nobody has to. */
@Controller
class ReplyController {

    private final Drafts drafts;
    private final Journey journey;

    ReplyController(Drafts drafts, Journey journey) {
        this.drafts = drafts;
        this.journey = journey;
    }

    record ReplyForm(
            @NotNull(message = "{intake.reply.missing}") @Nullable
            AnswerWay way) {}

    @GetMapping({"/signaler/reponse", "/ecrire/reponse"})
    String ask(Draft draft, Wording wording, HttpServletRequest request, Model model) {
        model.addAttribute("form", new ReplyForm(draft.answers().way()));
        return page(draft, wording, request, model);
    }

    @PostMapping({"/signaler/reponse", "/ecrire/reponse"})
    String answer(
            Draft draft,
            @Valid @ModelAttribute("form") ReplyForm form,
            BindingResult errors,
            Wording wording,
            HttpServletRequest request,
            Model model) {
        if (errors.hasErrors() || form.way() == null) {
            return page(draft, wording, request, model);
        }
        var changed = draft.with(draft.answers().withWay(form.way()));
        drafts.save(changed);
        return journey.next(changed, Step.REPLY, Journey.isChanging(request));
    }

    private String page(Draft draft, Wording wording, HttpServletRequest request, Model model) {
        model.addAttribute("step", StepPage.of(draft, Step.REPLY, journey, Journey.isChanging(request)));
        model.addAttribute(
                "options",
                Arrays.stream(AnswerWay.values())
                        .map(way -> new Option(
                                way.name(), wording.text(way), wording.text("intake.reply." + way.code() + ".hint")))
                        .toList());
        return "intake/reply";
    }
}
