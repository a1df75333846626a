package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.AdministrationLink;
import fr.traboule.web.Language;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The accounts of all who work for the city, and inviting one more. */
@Controller
class AccountsController {

    static final String ADDRESS = "/administration/comptes";
    private static final int MOST = 50;

    private final Accounts accounts;
    private final ManageAccounts manage;
    private final Permissions permissions;
    private final WorkOptions options;

    AccountsController(Accounts accounts, ManageAccounts manage, Permissions permissions, WorkOptions options) {
        this.accounts = accounts;
        this.manage = manage;
        this.permissions = permissions;
        this.options = options;
    }

    @Bean
    static AdministrationLink accountsLink() {
        return new AdministrationLink(
                ADDRESS, "staff.accounts.title", "staff.accounts.summary", StaffPermission.MANAGE_ACCOUNTS);
    }

    @GetMapping(ADDRESS)
    String list(
            Actor actor,
            @RequestParam(name = "mots", defaultValue = "") String words,
            @RequestParam(name = "apres", required = false) @Nullable UUID after,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            Model model) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        var found = accounts.list(words, Optional.ofNullable(after).map(AccountId::new), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute("done", done != null);
        model.addAttribute("words", words);
        model.addAttribute("accounts", shown);
        model.addAttribute("first", after == null ? null : address(words).toUriString());
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? address(words)
                                .queryParam("apres", shown.getLast().id().value())
                                .toUriString()
                        : null);
        return "staff/accounts";
    }

    private static UriComponentsBuilder address(String words) {
        return UriComponentsBuilder.fromPath(ADDRESS).queryParam("mots", words).encode();
    }

    @GetMapping(ADDRESS + "/nouveau")
    String ask(Actor actor, Language language, Model model) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        model.addAttribute("form", InviteForm.BLANK);
        return page(language, model);
    }

    @PostMapping(ADDRESS + "/nouveau")
    String invite(
            Actor actor,
            Language language,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Model model) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        if (errors.hasErrors()) {
            return page(language, model);
        }
        var email = Objects.requireNonNull(form.email()).strip();
        if (manage.invite(actor, email, options.work(form.name(), form.roles(), form.units()))
                instanceof ManageAccounts.Done done) {
            return "redirect:" + ADDRESS + "/" + done.id().value() + "?fait";
        }
        errors.rejectValue("email", "staff.invite.taken");
        return page(language, model);
    }

    private String page(Language language, Model model) {
        options.add(language, model);
        return "staff/invite";
    }
}
