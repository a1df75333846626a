package fr.traboule.staff;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.CheckPasskey;
import fr.traboule.ground.access.PasskeyAnswer;
import fr.traboule.ground.access.Passkeys;
import fr.traboule.ground.access.PendingStaff;
import fr.traboule.ground.access.RecentProof;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.ground.access.SecondStep;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Before a second factor is changed, its holder shows that it is still them, by the one they have. */
@Controller
@RequestMapping(ProofController.ADDRESS)
class ProofController {

    static final String ADDRESS = MySecondFactorController.ADDRESS + "/preuve";

    private static final String BY_PASSKEY = ADDRESS + "/cle";

    private final SecondFactor secondFactor;
    private final SecondStep secondStep;
    private final Passkeys passkeys;
    private final CheckPasskey check;
    private final OwnPasskeys own;
    private final RecentProof proof;

    ProofController(
            SecondFactor secondFactor,
            SecondStep secondStep,
            Passkeys passkeys,
            CheckPasskey check,
            OwnPasskeys own,
            RecentProof proof) {
        this.secondFactor = secondFactor;
        this.secondStep = secondStep;
        this.passkeys = passkeys;
        this.check = check;
        this.own = own;
        this.proof = proof;
    }

    @GetMapping
    String ask(
            Actor.Agent agent,
            @ModelAttribute("form") CodeForm form,
            @RequestParam(name = "cle", required = false) @Nullable String news,
            Model model) {
        PasskeyNews.said(news).ifPresent(said -> model.addAttribute("news", said));
        return secondFactor.isSetUp(agent.account())
                ? page(agent, model)
                : "redirect:" + MySecondFactorController.ADDRESS;
    }

    @PostMapping
    String check(
            Actor.Agent agent,
            HttpSession session,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            Model model) {
        switch (secondStep.check(new PendingStaff(agent.account()), form.typed())) {
            case WRONG -> errors.rejectValue("code", "staff.code.wrong");
            case TOO_MANY_ATTEMPTS -> errors.rejectValue("code", "staff.signIn.wait");
            case GOOD -> {
                return shown(session);
            }
        }
        return page(agent, model);
    }

    @GetMapping({"/cle", "/cle/reponse"})
    String beginAgain() {
        return "redirect:" + ADDRESS;
    }

    @PostMapping("/cle")
    String begin(Actor.Agent agent, Model model) {
        return PasskeyPage.toUse(check.beginBeside(agent.account()), BY_PASSKEY, ADDRESS)
                .show(model);
    }

    @PostMapping("/cle/reponse")
    String finish(Actor.Agent agent, HttpSession session, @ModelAttribute PasskeyAnswer answer) {
        var outcome = own.show(agent.account(), answer);
        return outcome instanceof CheckPasskey.Proven
                ? shown(session)
                : PasskeyNews.of(outcome).at(ADDRESS);
    }

    private String shown(HttpSession session) {
        proof.shown(session);
        return "redirect:" + MySecondFactorController.ADDRESS;
    }

    private String page(Actor.Agent agent, Model model) {
        model.addAttribute("application", secondFactor.hasApplication(agent.account()));
        model.addAttribute(
                "passkey",
                passkeys.areOffered() && !passkeys.of(agent.account()).isEmpty());
        return "staff/mineProof";
    }
}
