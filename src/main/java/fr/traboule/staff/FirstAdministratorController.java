package fr.traboule.staff;

import fr.traboule.ground.access.FirstAdministrator;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.web.NotFound;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Creates the first account, for whoever has the link that the program printed when it started without any. */
@Controller
class FirstAdministratorController {

    private final FirstAdministrator first;

    FirstAdministratorController(FirstAdministrator first) {
        this.first = first;
    }

    record FirstForm(
            @PersonName @Nullable String name,
            @EmailField @Nullable String email,
            @NewPassword @Nullable String password) {}

    @GetMapping("/premier-compte/{key}")
    String ask(@PathVariable String key, Model model) {
        requireKey(key);
        model.addAttribute("form", new FirstForm(null, null, null));
        return "staff/firstAdministrator";
    }

    @PostMapping("/premier-compte/{key}")
    String create(@PathVariable String key, @Valid @ModelAttribute("form") FirstForm form, BindingResult errors) {
        requireKey(key);
        if (errors.hasErrors()) {
            return "staff/firstAdministrator";
        }
        var outcome = first.create(
                Objects.requireNonNull(form.email()).strip(),
                Objects.requireNonNull(form.name()).strip(),
                Objects.requireNonNull(form.password()));
        if (outcome instanceof OpenAccount.Opened) {
            return "redirect:/connexion";
        }
        errors.rejectValue("email", "staff.first.late");
        return "staff/firstAdministrator";
    }

    private void requireKey(String key) {
        if (!first.isOpenTo(key)) {
            throw new NotFound();
        }
    }
}
