package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One call-back, with all that an agent can do with it. Each act comes back to the page, with what was typed if refused. */
@Controller
@RequestMapping("/agents/rappels/{id}")
class CallBackController {

    private static final String FORM = "form";

    private final ReadCallBacks callBacks;
    private final HandleCallBack handle;
    private final CallBackViews views;
    private final AgentUnits units;

    CallBackController(ReadCallBacks callBacks, HandleCallBack handle, CallBackViews views, AgentUnits units) {
        this.callBacks = callBacks;
        this.handle = handle;
        this.views = views;
        this.units = units;
    }

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String id, Wording wording, Model model) {
        return page(agent, known(id), wording, model.addAttribute(FORM, CallBackForm.BLANK));
    }

    @PostMapping("/prendre")
    String take(
            Actor.Agent agent,
            @PathVariable String id,
            @ModelAttribute(FORM) CallBackForm form,
            Wording wording,
            Model model) {
        return after(handle.take(agent, form.seen(known(id))), agent, known(id), wording, model);
    }

    @PostMapping("/sans-reponse")
    String tryInVain(
            Actor.Agent agent,
            @PathVariable String id,
            @ModelAttribute(FORM) CallBackForm form,
            Wording wording,
            Model model) {
        return after(handle.tryInVain(agent, form.seen(known(id))), agent, known(id), wording, model);
    }

    @PostMapping("/fait")
    String done(
            Actor.Agent agent,
            @PathVariable String id,
            @Valid @ModelAttribute(FORM) CallBackForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var words = typed(form.words(), "words", errors);
        return errors.hasErrors()
                ? page(agent, known(id), wording, model)
                : after(handle.done(agent, form.seen(known(id)), words), agent, known(id), wording, model);
    }

    @PostMapping("/autrement")
    String reachOtherwise(
            Actor.Agent agent,
            @PathVariable String id,
            @Valid @ModelAttribute(FORM) CallBackForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var way = form.way();
        if (way == null) {
            errors.rejectValue("way", "reception.callBack.way.missing");
        }
        var words = typed(form.otherWords(), "otherWords", errors);
        return way == null || errors.hasErrors()
                ? page(agent, known(id), wording, model)
                : after(
                        handle.reachOtherwise(agent, form.seen(known(id)), way, words),
                        agent,
                        known(id),
                        wording,
                        model);
    }

    @PostMapping("/confier")
    String handOver(
            Actor.Agent agent,
            @PathVariable String id,
            @ModelAttribute(FORM) CallBackForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var unit = form.unit();
        if (unit == null || unit.isBlank()) {
            errors.rejectValue("unit", "reception.callBack.unit.choose");
            return page(agent, known(id), wording, model);
        }
        return after(handle.handOver(agent, form.seen(known(id)), unit), agent, known(id), wording, model);
    }

    private String after(
            HandleCallBack.Outcome outcome, Actor.Agent agent, CallBackId id, Wording wording, Model model) {
        return switch (outcome) {
            case DONE ->
                callBacks.of(agent, id).filter(CallBack::isOpen).isPresent()
                        ? "redirect:" + CallBacksController.ADDRESS + "/" + id.value()
                        : "redirect:" + CallBacksController.ADDRESS;
            case CHANGED_MEANWHILE -> page(agent, id, wording, model.addAttribute("changedMeanwhile", true));
        };
    }

    private String page(Actor.Agent agent, CallBackId id, Wording wording, Model model) {
        var sheet = callBacks.seenBy(agent, id).orElseThrow(NotFound::new);
        model.addAttribute("view", views.view(sheet, wording));
        model.addAttribute("mayTake", sheet.callBack().canBeTakenBy(agent.account()));
        model.addAttribute("ways", NewRequestPage.options(Arrays.stream(OtherWay.values()), wording));
        model.addAttribute(
                "units",
                Stream.concat(Stream.of(Option.of("", "")), units.all(wording.language()).stream())
                        .toList());
        return "reception/callBack";
    }

    private static String typed(@Nullable String words, String field, BindingResult errors) {
        var typed = NewRequestForm.given(words);
        if (typed.isEmpty()) {
            errors.rejectValue(field, "reception.callBack.words.missing");
        }
        return typed.orElse("");
    }

    private static CallBackId known(String id) {
        try {
            return new CallBackId(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
