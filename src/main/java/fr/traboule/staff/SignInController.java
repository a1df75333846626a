package fr.traboule.staff;

import fr.traboule.ground.access.IdentityProvider;
import fr.traboule.ground.access.Passkeys;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page of staff; checking the password is {@code ground.access}'s. */
@Controller
class SignInController {

    record SignInForm(@Nullable String email, @Nullable String password) {}

    static final String ADDRESS = "/connexion";

    private final Optional<IdentityProvider> provider;
    private final Passkeys passkeys;

    SignInController(ObjectProvider<IdentityProvider> provider, Passkeys passkeys) {
        this.passkeys = passkeys;
        this.provider = Optional.ofNullable(provider.getIfAvailable());
    }

    /** @param news what the address says happened before, if anything */
    @GetMapping(ADDRESS)
    String ask(@ModelAttribute("form") SignInForm form, @RequestParam Map<String, String> news, Model model) {
        model.addAttribute("chosen", news.containsKey("choisi"));
        model.addAttribute("unknown", news.containsKey("inconnu"));
        model.addAttribute("failed", news.containsKey("echec"));
        model.addAttribute("left", news.containsKey("sorti"));
        PasskeyNews.said(news.get("cle")).ifPresent(said -> model.addAttribute("news", said));
        return page(model);
    }

    /** After a refusal, where the security filter forwards: what was typed stays, and what is wrong is said. */
    @PostMapping("/connexion/{reason:refus|attente}")
    String refused(
            @PathVariable String reason, @ModelAttribute("form") SignInForm form, BindingResult errors, Model model) {
        errors.rejectValue("email", reason.equals("attente") ? "staff.signIn.wait" : "staff.signIn.refused");
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("passkey", passkeys.areOffered());
        model.addAttribute("provider", provider.map(IdentityProvider::name).orElse(null));
        return "staff/signIn";
    }
}
