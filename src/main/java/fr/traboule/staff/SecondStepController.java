package fr.traboule.staff;

import fr.traboule.ground.access.CurrentActor;
import fr.traboule.ground.access.Passkeys;
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
import org.springframework.web.bind.annotation.RequestParam;

/** After the password: the code of the second factor, or setting it up where there is none and there must be. */
@Controller
class SecondStepController {

    static final String ADDRESS = "/connexion/code";
    static final String SET_UP = "/connexion/second-facteur";

    private final CurrentActor actor;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;
    private final SecondStep secondStep;
    private final OwnAccount own;

    SecondStepController(
            CurrentActor actor, SecondFactor secondFactor, Passkeys passkeys, SecondStep secondStep, OwnAccount own) {
        this.actor = actor;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.secondStep = secondStep;
        this.own = own;
    }

    /** @param news why a passkey did not open, if one was tried */
    @GetMapping(ADDRESS)
    String ask(
            @ModelAttribute("form") CodeForm form,
            @RequestParam(name = "cle", required = false) @Nullable String news,
            Model model) {
        PasskeyNews.said(news).ifPresent(said -> model.addAttribute("news", said));
        return actor.pending()
                .map(pending -> secondFactor.isSetUp(pending.id()) ? page(pending, model) : "redirect:" + SET_UP)
                .orElse("redirect:/connexion");
    }

    @PostMapping(ADDRESS)
    @Nullable
    String check(
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        var pending = actor.pending();
        if (pending.isEmpty()) {
            return "redirect:/connexion";
        }
        return switch (secondStep.check(pending.get(), form.typed())) {
            case GOOD -> enter(pending.get(), request, response);
            case WRONG -> again(pending.get(), errors, "staff.code.wrong", model);
            case TOO_MANY_ATTEMPTS -> again(pending.get(), errors, "staff.signIn.wait", model);
        };
    }

    @GetMapping(SET_UP)
    String setUp(@ModelAttribute("form") CodeForm form, Model model) {
        return whoMustSetUp().map(pending -> setUpPage(pending, model)).orElse("redirect:/connexion/code");
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
            return setUpPage(pending.get(), model);
        }
        secondStep.letIn(pending.get(), request, response);
        return SecondFactorPages.recovery(recovery.get(), model);
    }

    private @Nullable String enter(PendingStaff pending, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        secondStep.complete(pending, request, response);
        return null;
    }

    private String again(PendingStaff pending, BindingResult errors, String text, Model model) {
        errors.rejectValue("code", text);
        return page(pending, model);
    }

    private String page(PendingStaff pending, Model model) {
        model.addAttribute("application", secondFactor.hasApplication(pending.id()));
        model.addAttribute(
                "passkey", passkeys.areOffered() && !passkeys.of(pending.id()).isEmpty());
        return "staff/code";
    }

    private String setUpPage(PendingStaff pending, Model model) {
        model.addAttribute("passkeys", passkeys.areOffered());
        return SecondFactorPages.setUp(own.beginSecondFactor(pending.id()), SET_UP, model);
    }

    private Optional<PendingStaff> whoMustSetUp() {
        return actor.pending().filter(pending -> !secondFactor.isSetUp(pending.id()));
    }
}
