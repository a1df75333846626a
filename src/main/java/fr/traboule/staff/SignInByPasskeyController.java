package fr.traboule.staff;

import fr.traboule.ground.access.CheckPasskey;
import fr.traboule.ground.access.CurrentActor;
import fr.traboule.ground.access.PasskeyAnswer;
import fr.traboule.ground.access.PendingStaff;
import fr.traboule.ground.access.SecondStep;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Signing in by a passkey: alone, or as the second step after the password. */
@Controller
@RequestMapping(SignInByPasskeyController.ADDRESS)
class SignInByPasskeyController {

    static final String ADDRESS = "/connexion/cle";

    private final CurrentActor actor;
    private final CheckPasskey check;
    private final OwnPasskeys own;
    private final SecondStep secondStep;
    private final PasskeyBrowser browsers;

    SignInByPasskeyController(
            CurrentActor actor, CheckPasskey check, OwnPasskeys own, SecondStep secondStep, PasskeyBrowser browsers) {
        this.actor = actor;
        this.check = check;
        this.own = own;
        this.secondStep = secondStep;
        this.browsers = browsers;
    }

    /** Whoever comes back to it without a form begins again. */
    @GetMapping({"", "/reponse"})
    String beginAgain() {
        return "redirect:" + before();
    }

    @PostMapping
    String begin(HttpServletRequest request, HttpServletResponse response, Model model) {
        var options = actor.pending()
                .map(pending -> check.beginBeside(pending.id()))
                .or(() -> check.beginAlone(browsers.begin(request, response), request.getRemoteAddr()));
        return options.map(asked -> PasskeyPage.toUse(asked, ADDRESS, before()).show(model))
                .orElseGet(() -> PasskeyNews.WAIT.at(before()));
    }

    @PostMapping("/reponse")
    @Nullable
    String finish(@ModelAttribute PasskeyAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var outcome = actor.pending()
                .map(pending -> own.show(pending.id(), answer))
                .orElseGet(() -> own.signIn(browsers.of(request), answer));
        if (outcome instanceof CheckPasskey.Proven proven) {
            secondStep.complete(new PendingStaff(proven.account()), request, response);
            return null;
        }
        return PasskeyNews.of(outcome).at(before());
    }

    private String before() {
        return actor.pending().isPresent() ? SecondStepController.ADDRESS : SignInController.ADDRESS;
    }
}
