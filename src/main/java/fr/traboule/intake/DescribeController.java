package fr.traboule.intake;

import fr.traboule.ground.access.Actor;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first question: say it in your own words. The draft begins with its answer. */
@Controller
class DescribeController {

    private final Drafts drafts;
    private final DraftCookie cookie;
    private final Journey journey;
    private final Subjects subjects;
    private final SendGuard guard;

    DescribeController(Drafts drafts, DraftCookie cookie, Journey journey, Subjects subjects, SendGuard guard) {
        this.drafts = drafts;
        this.cookie = cookie;
        this.journey = journey;
        this.subjects = subjects;
        this.guard = guard;
    }

    /** Somebody who comes from the page of a subject has chosen it already. */
    @GetMapping({"/signaler", "/ecrire"})
    String ask(
            Door door,
            @RequestParam(name = "sujet", required = false) @Nullable String subject,
            HttpServletRequest request,
            Model model) {
        var answers = started(request).map(Draft::answers);
        var chosen = Optional.ofNullable(subject).or(() -> answers.map(Answers::subject));
        var form = new DescribeForm(answers.map(Answers::description).orElse(null), chosen.orElse(null));
        model.addAttribute("form", form);
        return page(door, form, started(request), model);
    }

    @PostMapping({"/signaler", "/ecrire"})
    String answer(
            Door door,
            Actor actor,
            @Valid @ModelAttribute("form") DescribeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (errors.hasErrors()) {
            return page(door, form, started(request), model);
        }
        var subject =
                Optional.ofNullable(form.subject()).flatMap(subjects::byCode).map(Subject::code);
        var draft = started(request).map(begun -> goOn(begun, form, subject)).orElseGet(() -> {
            guard.begins(actor, request.getRemoteAddr());
            var token = DraftToken.random();
            response.addHeader(
                    HttpHeaders.SET_COOKIE, DraftCookie.of(token, door, request).toString());
            return drafts.begin(token, door, Answers.of(form.words(), subject.orElse(null)));
        });
        return journey.next(draft, subject.isPresent() ? Step.SUBJECT : Step.DESCRIBE, Journey.isChanging(request));
    }

    private Draft goOn(Draft begun, DescribeForm form, Optional<String> subject) {
        var answers = begun.answers().withDescription(form.words());
        var draft = begun.with(subject.map(answers::withSubject).orElse(answers));
        drafts.save(draft);
        return draft;
    }

    private Optional<Draft> started(HttpServletRequest request) {
        return cookie.draft(request).filter(draft -> !draft.sent());
    }

    private String page(Door door, DescribeForm form, Optional<Draft> begun, Model model) {
        model.addAttribute("begun", begun);
        model.addAttribute("door", door);
        model.addAttribute("subject", Optional.ofNullable(form.subject()).flatMap(subjects::byCode));
        return "intake/describe";
    }
}
