package fr.traboule.staff;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.PendingStaff;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.ground.access.SecondStep;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting up one's second factor, making new recovery codes, or going without: each change asks for a code of today's. */
@Controller
@RequestMapping(MySecondFactorController.ADDRESS)
class MySecondFactorController {

    static final String ADDRESS = MyAccountController.ADDRESS + "/second-facteur";

    private final OwnAccount own;
    private final SecondFactor secondFactor;
    private final SecondStep secondStep;

    MySecondFactorController(OwnAccount own, SecondFactor secondFactor, SecondStep secondStep) {
        this.own = own;
        this.secondFactor = secondFactor;
        this.secondStep = secondStep;
    }

    @GetMapping
    String show(Actor.Agent agent, @ModelAttribute("form") CodeForm form, Model model) {
        return page(agent, model);
    }

    @PostMapping
    String confirm(Actor.Agent agent, @ModelAttribute("form") CodeForm form, BindingResult errors, Model model) {
        var recovery = own.confirmSecondFactor(agent.account(), form.typed());
        if (recovery.isPresent()) {
            return SecondFactorPages.recovery(recovery.get(), model);
        }
        errors.rejectValue("code", "staff.code.wrong");
        return page(agent, model);
    }

    @PostMapping(params = "acte")
    String change(
            Actor.Agent agent,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            @RequestParam("acte") String act,
            Model model) {
        switch (secondStep.check(new PendingStaff(agent.account()), form.typed())) {
            case WRONG -> errors.rejectValue("code", "staff.code.wrong");
            case TOO_MANY_ATTEMPTS -> errors.rejectValue("code", "staff.signIn.wait");
            case GOOD -> {
                return act.equals("codes")
                        ? SecondFactorPages.recovery(secondFactor.newRecoveryCodes(agent.account()), model)
                        : remove(agent);
            }
        }
        return page(agent, model);
    }

    /** Who must have one and takes another telephone sets it up at the next page. */
    private String remove(Actor.Agent agent) {
        own.removeSecondFactor(agent.account());
        return "redirect:"
                + (own.mustHaveSecondFactor(agent.account()) ? ADDRESS : MyAccountController.ADDRESS + "?fait");
    }

    private String page(Actor.Agent agent, Model model) {
        if (!secondFactor.isSetUp(agent.account())) {
            return SecondFactorPages.setUp(own.beginSecondFactor(agent.account()), ADDRESS, model);
        }
        model.addAttribute("codesLeft", secondFactor.recoveryCodesLeft(agent.account()));
        model.addAttribute("required", own.mustHaveSecondFactor(agent.account()));
        return "staff/mineSecondFactor";
    }
}
