package fr.traboule.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The sign-in page of staff; checking the password is {@code ground.access}'s. */
@Controller
class SignInController {

    record SignInForm(@Nullable String email, @Nullable String password) {}

    @GetMapping("/connexion")
    String ask(@ModelAttribute("form") SignInForm form) {
        return "web/signIn";
    }

    /** After a refusal, where the security filter forwards: what was typed stays, and what is wrong is said. */
    @PostMapping("/connexion/{reason}")
    String refused(@PathVariable String reason, @ModelAttribute("form") SignInForm form, BindingResult errors) {
        errors.rejectValue("email", reason.equals("attente") ? "web.signIn.wait" : "web.signIn.refused");
        return "web/signIn";
    }
}
