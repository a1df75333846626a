package fr.traboule.web;

import fr.traboule.ground.access.FirstAdministrator;
import fr.traboule.ground.access.OpenAccount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
            @NotBlank(message = "{web.first.name.missing}")
            @Size(max = 200, message = "{web.first.name.missing}")
            @Nullable
            String name,

            @NotNull(message = "{web.first.email.wrong}")
            @Pattern(regexp = "^[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+$", message = "{web.first.email.wrong}")
            @Size(max = 254, message = "{web.first.email.wrong}")
            @Nullable
            String email,

            @NotNull(message = "{web.first.password.short}")
            @Size(min = OpenAccount.SHORTEST_PASSWORD, max = 200, message = "{web.first.password.short}")
            @Nullable
            String password) {}

    @GetMapping("/premier-compte/{key}")
    String ask(@PathVariable String key, Model model) {
        requireKey(key);
        model.addAttribute("form", new FirstForm(null, null, null));
        return "web/firstAdministrator";
    }

    @PostMapping("/premier-compte/{key}")
    String create(@PathVariable String key, @Valid @ModelAttribute("form") FirstForm form, BindingResult errors) {
        requireKey(key);
        if (errors.hasErrors()) {
            return "web/firstAdministrator";
        }
        var outcome = first.create(
                Objects.requireNonNull(form.email()).strip(),
                Objects.requireNonNull(form.name()).strip(),
                Objects.requireNonNull(form.password()));
        if (outcome instanceof OpenAccount.Opened) {
            return "redirect:/connexion";
        }
        errors.rejectValue("email", "web.first.late");
        return "web/firstAdministrator";
    }

    private void requireKey(String key) {
        if (!first.isOpenTo(key)) {
            throw new NotFound();
        }
    }
}
