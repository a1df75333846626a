package fr.traboule.staff;

import fr.traboule.ground.access.IdentityProvider;
import fr.traboule.ground.access.ProviderSignOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** After signing out here: to the identity provider, to sign out there too, and back. */
@Controller
class SignedOutController {

    private final ProviderSignOut signOut;
    private final Optional<IdentityProvider> provider;

    SignedOutController(ProviderSignOut signOut, ObjectProvider<IdentityProvider> provider) {
        this.signOut = signOut;
        this.provider = Optional.ofNullable(provider.getIfAvailable());
    }

    /** Where the security filter forwards, once the session is over. */
    @PostMapping("/deconnexion/fournisseur")
    String goOn(HttpServletRequest request, HttpServletResponse response, Model model) {
        return signOut.leave(request, response)
                .map(address -> {
                    model.addAttribute("address", address);
                    model.addAttribute(
                            "provider", provider.map(IdentityProvider::name).orElse(""));
                    return "staff/leaving";
                })
                .orElse("redirect:/");
    }

    /** The provider says when it was done by what it was given; whoever comes by another way is told nothing. */
    @GetMapping("/deconnexion/retour")
    String back(HttpServletRequest request, @RequestParam(name = "state", defaultValue = "") String state) {
        return "redirect:" + SignInController.ADDRESS + (signOut.isBack(request, state) ? "?sorti" : "");
    }
}
