package fr.traboule.intake;

import fr.traboule.ground.access.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Going on with a draft on another device, or after the browser forgot it, with its six letters. */
@Controller
class ResumeController {

    private static final Throttle.Limit FROM_PLACE = new Throttle.Limit("draft-place", 20, Duration.ofMinutes(10));

    private final Drafts drafts;
    private final Throttle throttle;

    ResumeController(Drafts drafts, Throttle throttle) {
        this.drafts = drafts;
        this.throttle = throttle;
    }

    record ResumeForm(
            @NotBlank(message = "{intake.resume.missing}") @Size(max = 30, message = "{intake.resume.wrong}") @Nullable
            String code) {

        Optional<String> typed() {
            return Optional.ofNullable(code).map(DraftCode::typed);
        }
    }

    @GetMapping("/reprendre")
    String ask(@ModelAttribute("form") ResumeForm form) {
        return "intake/resume";
    }

    @PostMapping("/reprendre")
    String resume(
            @Valid @ModelAttribute("form") ResumeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            return "intake/resume";
        }
        if (throttle.reached(FROM_PLACE, request.getRemoteAddr())) {
            errors.rejectValue("code", "intake.resume.tooMany");
            return "intake/resume";
        }
        var draft = form.typed().flatMap(drafts::byCode);
        if (draft.isEmpty()) {
            throttle.count(FROM_PLACE, request.getRemoteAddr());
            errors.rejectValue("code", "intake.resume.wrong");
            return "intake/resume";
        }
        var token = DraftToken.random();
        drafts.handTo(token, draft.get());
        var door = draft.get().door();
        response.addHeader(
                HttpHeaders.SET_COOKIE, DraftCookie.of(token, door, request).toString());
        return door.redirect(Step.DESCRIBE);
    }
}
