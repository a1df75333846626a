package fr.traboule.web;

import fr.traboule.ground.access.CurrentActor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.access.Role;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The one page for all that goes wrong: it says what happened and what to do next, never how the program is made. */
@Controller
class FailureController implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(FailureController.class);

    private static final Set<String> NOT_TAKEN = Set.of("expired", "signedOut", "tooMany");
    /** Not the codes and keys that forms carry. */
    private static final Pattern WORDS = Pattern.compile("\\S\\s+\\S");

    private final Permissions permissions;
    private final CurrentActor actor;

    FailureController(Permissions permissions, CurrentActor actor) {
        this.permissions = permissions;
        this.actor = actor;
    }

    /**
     * Why a member of staff may not.
     *
     * @param permission code of what it takes
     * @param roles that have it
     */
    record Refusal(String permission, List<Role> roles) {}

    @RequestMapping("/error")
    String failed(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = status(request);
        if (status == 500) {
            log.atError().addKeyValue("status", status).log("A page failed");
        }
        response.setStatus(status);
        var failure = failure(status, request);
        model.addAttribute("failure", failure);
        model.addAttribute("typed", NOT_TAKEN.contains(failure) ? typed(request) : List.of());
        refusal(request).ifPresent(refusal -> model.addAttribute("refusal", refusal));
        return "web/failure";
    }

    /** The same for a script, which asks for a problem that it can read (RFC 9457). */
    @RequestMapping(value = "/error", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
    @ResponseBody
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Wording wording) {
        var status = status(request);
        var failure = failure(status, request);
        var problem = ProblemDetail.forStatus(status);
        problem.setTitle(wording.text("web.failure." + failure + ".title"));
        problem.setDetail(wording.text("web.failure." + failure + ".text"));
        return ResponseEntity.status(status).body(problem);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private static String failure(int status, HttpServletRequest request) {
        return switch (status) {
            case 400, 405, 406, 415 -> "badRequest";
            case 401 -> "signedOut";
            case 403 -> isExpired(request) ? "expired" : "forbidden";
            case 404 -> "notFound";
            case 413 -> "tooLarge";
            case 429 -> "tooMany";
            case 503 -> "notReady";
            default -> "other";
        };
    }

    /** Told to staff only: a visitor has nobody to ask for a role. */
    private Optional<Refusal> refusal(HttpServletRequest request) {
        return actor.staff()
                .flatMap(staff -> Optional.ofNullable(request.getAttribute(WebAttributes.ACCESS_DENIED_403)))
                .filter(AccessDeniedException.class::isInstance)
                .map(reason -> String.valueOf(((AccessDeniedException) reason).getMessage()))
                .filter(code -> !permissions.allowing(code).isEmpty())
                .map(code -> new Refusal(code, permissions.allowing(code)));
    }

    /** The words that somebody sent and that were not taken: shown back, since the browser may have lost them. */
    private static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .filter(value -> WORDS.matcher(value).find())
                .toList();
    }

    /** A form without its token: it is old, or the browser keeps no cookie. */
    private static boolean isExpired(HttpServletRequest request) {
        return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
    }
}
