package fr.traboule.staff;

import fr.traboule.ground.access.AccessRules;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.AdministrationLink;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How strictly everybody signs in. */
@Controller
class AccessRulesController {

    private static final String ADDRESS = "/administration/connexion";

    private final ChangeAccessRules change;
    private final Permissions permissions;

    AccessRulesController(ChangeAccessRules change, Permissions permissions) {
        this.change = change;
        this.permissions = permissions;
    }

    record RulesForm(
            @NotNull(message = "{staff.rules.secondFactor.missing}")
            AccessRules.@Nullable RequiredFrom secondFactor,

            @NotNull(message = "{staff.rules.idle.wrong}")
            @Min(value = 5, message = "{staff.rules.idle.wrong}")
            @Max(value = 720, message = "{staff.rules.idle.wrong}")
            @Nullable
            Integer idle,

            @NotNull(message = "{staff.rules.longest.wrong}")
            @Min(value = 1, message = "{staff.rules.longest.wrong}")
            @Max(value = 24, message = "{staff.rules.longest.wrong}")
            @Nullable
            Integer longest,

            int version) {

        static RulesForm of(AccessRules rules) {
            return new RulesForm(
                    rules.secondFactor(),
                    (int) rules.idle().toMinutes(),
                    (int) rules.longest().toHours(),
                    rules.version());
        }

        AccessRules rules() {
            return new AccessRules(
                    Objects.requireNonNull(secondFactor),
                    Duration.ofMinutes(Objects.requireNonNull(idle)),
                    Duration.ofHours(Objects.requireNonNull(longest)),
                    version);
        }
    }

    @Bean
    static AdministrationLink accessRulesLink() {
        return new AdministrationLink(
                ADDRESS, "staff.rules.title", "staff.rules.summary", StaffPermission.CHANGE_RULES);
    }

    @GetMapping(ADDRESS)
    String show(
            Actor actor,
            Wording wording,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            Model model) {
        permissions.require(actor, StaffPermission.CHANGE_RULES);
        model.addAttribute("form", RulesForm.of(change.current()));
        model.addAttribute("done", done != null);
        return page(wording, model);
    }

    @PostMapping(ADDRESS)
    String change(
            Actor actor,
            Wording wording,
            @Valid @ModelAttribute("form") RulesForm form,
            BindingResult errors,
            Model model) {
        permissions.require(actor, StaffPermission.CHANGE_RULES);
        if (errors.hasErrors()) {
            return page(wording, model);
        }
        if (change.change(actor, form.rules())) {
            return "redirect:" + ADDRESS + "?fait";
        }
        model.addAttribute("changedMeanwhile", true);
        return page(wording, model);
    }

    private static String page(Wording wording, Model model) {
        model.addAttribute(
                "choices",
                Arrays.stream(AccessRules.RequiredFrom.values())
                        .map(from -> Option.of(from.name(), wording.text("staff.rules.from." + from.code())))
                        .toList());
        return "staff/rules";
    }
}
