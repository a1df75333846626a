package fr.traboule.staff;

import fr.traboule.ground.access.CurrentActor;
import fr.traboule.ground.access.PendingStaff;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.ground.access.SecondStep;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** After the password: the code of the second factor, or setting it up where there is none and there must be. */
@Controller
class SecondStepController {

    static final String SET_UP = "/connexion/second-facteur";

    private final CurrentActor actor;
    private final SecondFactor secondFactor;
    private final SecondStep secondStep;
    private final OwnAccount own;

    SecondStepController(CurrentActor actor, SecondFactor secondFactor, SecondStep secondStep, OwnAccount own) {
        this.actor = actor;
        this.secondFactor = secondFactor;
        this.secondStep = secondStep;
        this.own = own;
    }

    @GetMapping("/connexion/code")
    String ask(@ModelAttribute("form") CodeForm form) {
        return actor.pending()
                .map(pending -> secondFactor.isSetUp(pending.id()) ? "staff/code" : "redirect:" + SET_UP)
                .orElse("redirect:/connexion");
    }

    @PostMapping("/connexion/code")
    @Nullable
    String check(
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var pending = actor.pending();
        if (pending.isEmpty()) {
            return "redirect:/connexion";
        }
        return switch (secondStep.check(pending.get(), form.typed())) {
            case GOOD -> enter(pending.get(), request, response);
            case WRONG -> again(errors, "staff.code.wrong");
            case TOO_MANY_ATTEMPTS -> again(errors, "staff.signIn.wait");
        };
    }

    @GetMapping(SET_UP)
    String setUp(@ModelAttribute("form") CodeForm form, Model model) {
        return whoMustSetUp()
                .map(pending -> SecondFactorPages.setUp(own.beginSecondFactor(pending.id()), SET_UP, model))
                .orElse("redirect:/connexion/code");
    }

    @PostMapping(SET_UP)
    String confirm(
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var pending = whoMustSetUp();
        if (pending.isEmpty()) {
            return "redirect:/connexion/code";
        }
        var recovery = own.confirmSecondFactor(pending.get().id(), form.typed());
        if (recovery.isEmpty()) {
            errors.rejectValue("code", "staff.code.wrong");
            return SecondFactorPages.setUp(own.beginSecondFactor(pending.get().id()), SET_UP, model);
        }
        secondStep.letIn(pending.get(), request, response);
        return SecondFactorPages.recovery(recovery.get(), model);
    }

    private @Nullable String enter(PendingStaff pending, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        secondStep.complete(pending, request, response);
        return null;
    }

    private static String again(BindingResult errors, String text) {
        errors.rejectValue("code", text);
        return "staff/code";
    }

    private Optional<PendingStaff> whoMustSetUp() {
        return actor.pending().filter(pending -> !secondFactor.isSetUp(pending.id()));
    }
}
