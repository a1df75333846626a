package fr.traboule.staff;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.ground.access.Sessions;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One account, with all that an administrator can do with it but ending it. */
@Controller
@RequestMapping(AccountsController.ADDRESS + "/{account}")
class AccountController {

    private final Accounts accounts;
    private final ManageAccounts manage;
    private final Posts posts;
    private final Directory directory;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final StaffTimeline timeline;
    private final Permissions permissions;
    private final WorkOptions options;

    AccountController(
            Accounts accounts,
            ManageAccounts manage,
            Posts posts,
            Directory directory,
            SecondFactor secondFactor,
            Sessions sessions,
            StaffTimeline timeline,
            Permissions permissions,
            WorkOptions options) {
        this.accounts = accounts;
        this.manage = manage;
        this.posts = posts;
        this.directory = directory;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.timeline = timeline;
        this.permissions = permissions;
        this.options = options;
    }

    @GetMapping
    String show(
            Actor actor,
            @PathVariable UUID account,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            Wording wording,
            Model model) {
        var found = find(actor, account);
        model.addAttribute("form", AccountForm.of(found, posts.of(found.id()), directory));
        model.addAttribute("done", done != null);
        return page(found, wording, model);
    }

    @PostMapping
    String change(
            Actor actor,
            @PathVariable UUID account,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var found = find(actor, account);
        if (errors.hasErrors()) {
            return page(found, wording, model);
        }
        var seen = new ManageAccounts.Seen(found.id(), form.version());
        return after(
                manage.change(actor, seen, options.work(form.name(), form.roles(), form.units())),
                found,
                errors,
                wording,
                model);
    }

    @PostMapping("/inviter")
    String invite(Actor actor, @PathVariable UUID account) {
        manage.inviteAgain(actor, new AccountId(account));
        return done(account);
    }

    @PostMapping("/rouvrir")
    String reopen(Actor actor, @PathVariable UUID account) {
        manage.reopen(actor, new AccountId(account));
        return done(account);
    }

    @PostMapping("/second-facteur")
    String resetSecondFactor(Actor actor, @PathVariable UUID account) {
        manage.resetSecondFactor(actor, new AccountId(account));
        return done(account);
    }

    @PostMapping("/deconnecter")
    String endSessions(Actor actor, @PathVariable UUID account) {
        manage.endSessions(actor, new AccountId(account));
        return done(account);
    }

    private String after(
            ManageAccounts.Outcome outcome, Account found, BindingResult errors, Wording wording, Model model) {
        return switch (outcome) {
            case ManageAccounts.Done done -> done(done.id().value());
            case ManageAccounts.LastAdministrator last -> {
                errors.rejectValue("roles", "staff.lastAdministrator");
                yield page(found, wording, model);
            }
            case ManageAccounts.ChangedMeanwhile changed -> {
                model.addAttribute("changedMeanwhile", true);
                yield page(found, wording, model);
            }
            case ManageAccounts.AddressTaken taken -> throw new IllegalStateException("No address was asked for");
        };
    }

    private static String done(UUID account) {
        return "redirect:" + AccountsController.ADDRESS + "/" + account + "?fait";
    }

    private Account find(Actor actor, UUID id) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        return accounts.byId(new AccountId(id)).orElseThrow(NotFound::new);
    }

    private String page(Account account, Wording wording, Model model) {
        options.add(wording.language(), model);
        model.addAttribute("account", account);
        model.addAttribute("secondFactor", secondFactor.isSetUp(account.id()));
        model.addAttribute("sessions", SessionLine.of(sessions.of(account.id()), ""));
        model.addAttribute("story", timeline.of(account.id(), wording));
        return "staff/account";
    }
}
