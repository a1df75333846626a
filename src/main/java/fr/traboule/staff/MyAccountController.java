package fr.traboule.staff;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.ground.access.Sessions;
import fr.traboule.web.Language;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody's own account: what they may do, their password, their second factor, where they are signed in. */
@Controller
@RequestMapping(MyAccountController.ADDRESS)
class MyAccountController {

    static final String ADDRESS = "/agents/compte";

    private final OwnAccount own;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final Posts posts;
    private final Directory directory;

    MyAccountController(
            OwnAccount own, SecondFactor secondFactor, Sessions sessions, Posts posts, Directory directory) {
        this.own = own;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.posts = posts;
        this.directory = directory;
    }

    record PasswordForm(
            @NotBlank(message = "{staff.mine.password.old.missing}") @Nullable
            String old,

            @NewPassword @Nullable String password) {}

    @GetMapping
    String show(
            Actor.Agent agent,
            Language language,
            HttpSession session,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            Model model) {
        var id = agent.account();
        model.addAttribute("account", own.of(id));
        model.addAttribute(
                "units",
                posts.of(id).stream()
                        .map(unit -> directory.unit(unit).name().in(language).text())
                        .sorted()
                        .toList());
        model.addAttribute("secondFactor", secondFactor.isSetUp(id));
        model.addAttribute("required", own.mustHaveSecondFactor(id));
        model.addAttribute("codesLeft", secondFactor.recoveryCodesLeft(id));
        model.addAttribute("sessions", SessionLine.of(sessions.of(id), session.getId()));
        model.addAttribute("done", done != null);
        return "staff/mine";
    }

    @PostMapping("/sessions")
    String end(Actor.Agent agent, HttpSession session, @RequestParam("session") String handle) {
        if (handle.equals("autres")) {
            sessions.endAllBut(agent.account(), session.getId());
        } else {
            sessions.end(agent.account(), handle);
        }
        return "redirect:" + ADDRESS + "?fait";
    }

    @GetMapping("/mot-de-passe")
    String askPassword(Model model) {
        model.addAttribute("form", new PasswordForm(null, null));
        return "staff/minePassword";
    }

    @PostMapping("/mot-de-passe")
    String changePassword(
            Actor.Agent agent,
            HttpSession session,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors) {
        if (!errors.hasErrors()) {
            var change = own.changePassword(
                    agent.account(),
                    Objects.requireNonNull(form.old()),
                    Objects.requireNonNull(form.password()),
                    session.getId());
            switch (change) {
                case DONE -> {
                    return "redirect:" + ADDRESS + "?fait";
                }
                case WRONG_PASSWORD -> errors.rejectValue("old", "staff.mine.password.old.wrong");
                case TOO_MANY_ATTEMPTS -> errors.rejectValue("old", "staff.signIn.wait");
            }
        }
        return "staff/minePassword";
    }
}
