package fr.traboule.staff;

import fr.traboule.ground.access.PasswordLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Choosing a password by a link that came by e-mail, and asking for such a link. */
@Controller
class PasswordController {

    private final PasswordLinks links;
    private final OwnAccount own;

    PasswordController(PasswordLinks links, OwnAccount own) {
        this.links = links;
        this.own = own;
    }

    record ForgottenForm(@EmailField @Nullable String email) {}

    record ChooseForm(@NewPassword @Nullable String password) {}

    @GetMapping("/connexion/oubli")
    String forgotten(Model model) {
        model.addAttribute("form", new ForgottenForm(null));
        return "staff/forgotten";
    }

    @PostMapping("/connexion/oubli")
    String send(@Valid @ModelAttribute("form") ForgottenForm form, BindingResult errors, HttpServletRequest request) {
        if (errors.hasErrors()) {
            return "staff/forgotten";
        }
        var email = Objects.requireNonNull(form.email()).strip().toLowerCase(Locale.ROOT);
        own.forgotten(email, request.getRemoteAddr());
        return "redirect:/connexion/oubli/envoye";
    }

    @GetMapping("/connexion/oubli/envoye")
    String sent() {
        return "staff/forgottenSent";
    }

    @GetMapping("/mot-de-passe/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("form", new ChooseForm(null));
        return page(token, model);
    }

    @PostMapping("/mot-de-passe/{token}")
    String choose(
            @PathVariable String token,
            @Valid @ModelAttribute("form") ChooseForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) {
            return page(token, model);
        }
        return own.choosePassword(token, Objects.requireNonNull(form.password()))
                ? "redirect:/connexion?choisi"
                : "staff/linkGone";
    }

    private String page(String token, Model model) {
        var holder = links.holder(token);
        if (holder.isEmpty()) {
            return "staff/linkGone";
        }
        model.addAttribute("email", holder.get().email());
        return "staff/choosePassword";
    }
}
