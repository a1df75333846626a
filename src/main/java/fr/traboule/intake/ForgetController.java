package fr.traboule.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Erases what was begun, at once: somebody at a screen that others use leaves nothing there. */
@Controller
class ForgetController {

    private final Drafts drafts;

    ForgetController(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping({"/signaler/effacer", "/ecrire/effacer"})
    String forget(Draft draft, HttpServletRequest request, HttpServletResponse response) {
        drafts.forget(draft);
        response.addHeader(
                HttpHeaders.SET_COOKIE, DraftCookie.gone(draft.door(), request).toString());
        return draft.door().redirect(Step.DESCRIBE);
    }
}
