package fr.traboule.staff;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.PasskeyId;
import fr.traboule.ground.access.Passkeys;
import fr.traboule.ground.access.RecentProof;
import fr.traboule.ground.access.SecondFactor;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's second factor: setting one up, adding another, making new recovery codes, or going without. Whoever has one shows it
 * before each change, if they did not a short while ago.
 */
@Controller
@RequestMapping(MySecondFactorController.ADDRESS)
class MySecondFactorController {

    static final String ADDRESS = MyAccountController.ADDRESS + "/second-facteur";

    private static final String APPLICATION = ADDRESS + "/application";
    private static final String SHOW_FIRST = "redirect:" + ProofController.ADDRESS;

    private final OwnAccount own;
    private final OwnPasskeys ownPasskeys;
    private final Passkeys passkeys;
    private final SecondFactor secondFactor;
    private final RecentProof proof;

    MySecondFactorController(
            OwnAccount own, OwnPasskeys ownPasskeys, Passkeys passkeys, SecondFactor secondFactor, RecentProof proof) {
        this.own = own;
        this.ownPasskeys = ownPasskeys;
        this.passkeys = passkeys;
        this.secondFactor = secondFactor;
        this.proof = proof;
    }

    @GetMapping
    String show(
            Actor.Agent agent,
            @ModelAttribute("form") CodeForm form,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done != null);
        return secondFactor.isSetUp(agent.account()) ? page(agent, model) : setUp(agent, ADDRESS, model);
    }

    @PostMapping
    String confirm(
            Actor.Agent agent,
            HttpSession session,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            Model model) {
        return confirm(agent, session, form, errors, ADDRESS, model);
    }

    /** An application beside passkeys. */
    @GetMapping("/application")
    String askApplication(Actor.Agent agent, HttpSession session, @ModelAttribute("form") CodeForm form, Model model) {
        if (mustShowFirst(agent, session)) {
            return SHOW_FIRST;
        }
        return secondFactor.hasApplication(agent.account()) ? "redirect:" + ADDRESS : setUp(agent, APPLICATION, model);
    }

    @PostMapping("/application")
    String confirmApplication(
            Actor.Agent agent,
            HttpSession session,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            Model model) {
        return confirm(agent, session, form, errors, APPLICATION, model);
    }

    @PostMapping(params = "acte")
    String change(Actor.Agent agent, HttpSession session, @RequestParam("acte") String act, Model model) {
        if (mustShowFirst(agent, session)) {
            return SHOW_FIRST;
        }
        if (act.equals("codes")) {
            return SecondFactorPages.recovery(secondFactor.newRecoveryCodes(agent.account()), model);
        }
        own.removeApplication(agent.account());
        return stillSetUpOrNeeded(agent) ? "redirect:" + ADDRESS : "redirect:" + MyAccountController.ADDRESS + "?fait";
    }

    @PostMapping(params = "enlever")
    String removePasskey(Actor.Agent agent, HttpSession session, @RequestParam("enlever") UUID passkey, Model model) {
        if (mustShowFirst(agent, session)) {
            return SHOW_FIRST;
        }
        return switch (ownPasskeys.remove(agent.account(), new PasskeyId(passkey))) {
            case REMOVED -> "redirect:" + (stillSetUpOrNeeded(agent) ? ADDRESS : MyAccountController.ADDRESS) + "?fait";
            case LAST_ONE -> {
                model.addAttribute("lastOne", true);
                yield page(agent, model);
            }
        };
    }

    private String confirm(
            Actor.Agent agent, HttpSession session, CodeForm form, BindingResult errors, String address, Model model) {
        if (mustShowFirst(agent, session)) {
            return SHOW_FIRST;
        }
        if (secondFactor.hasApplication(agent.account())) {
            return "redirect:" + ADDRESS;
        }
        var recovery = own.confirmSecondFactor(agent.account(), form.typed());
        if (recovery.isPresent()) {
            proof.shown(session);
            return SecondFactorPages.recovery(recovery.get(), model);
        }
        errors.rejectValue("code", "staff.code.wrong");
        return setUp(agent, address, model);
    }

    private boolean mustShowFirst(Actor.Agent agent, HttpSession session) {
        return secondFactor.isSetUp(agent.account()) && !proof.isRecent(session);
    }

    /** Who must have one and takes another telephone sets it up at the next page. */
    private boolean stillSetUpOrNeeded(Actor.Agent agent) {
        return secondFactor.isSetUp(agent.account()) || own.mustHaveSecondFactor(agent.account());
    }

    private String setUp(Actor.Agent agent, String address, Model model) {
        model.addAttribute("passkeys", passkeys.areOffered() && address.equals(ADDRESS));
        return SecondFactorPages.setUp(own.beginSecondFactor(agent.account()), address, model);
    }

    private String page(Actor.Agent agent, Model model) {
        model.addAttribute("application", secondFactor.hasApplication(agent.account()));
        model.addAttribute("passkeys", passkeys.of(agent.account()));
        model.addAttribute("offered", passkeys.areOffered());
        model.addAttribute("codesLeft", secondFactor.recoveryCodesLeft(agent.account()));
        model.addAttribute("required", own.mustHaveSecondFactor(agent.account()));
        return "staff/mineSecondFactor";
    }
}
