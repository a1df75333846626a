package fr.traboule.staff;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.DateFields;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The day somebody leaves, and who goes on with what they have in hand. */
@Controller
@RequestMapping(AccountsController.ADDRESS + "/{account}/depart")
class LeaveController {

    private static final int LATEST_YEARS = 2;

    private final Accounts accounts;
    private final ManageAccounts manage;
    private final Posts posts;
    private final Permissions permissions;
    private final Clock clock;

    LeaveController(Accounts accounts, ManageAccounts manage, Posts posts, Permissions permissions, Clock clock) {
        this.accounts = accounts;
        this.manage = manage;
        this.posts = posts;
        this.permissions = permissions;
        this.clock = clock;
    }

    record LeaveForm(@Nullable DateFields day, @Nullable String successor, int version) {}

    @GetMapping
    String ask(Actor actor, @PathVariable UUID account, Wording wording, Model model) {
        var leaving = find(actor, account);
        var today = CityTime.day(clock.instant());
        var day = new DateFields(
                String.valueOf(today.getDayOfMonth()),
                String.valueOf(today.getMonthValue()),
                String.valueOf(today.getYear()));
        model.addAttribute("form", new LeaveForm(day, "", leaving.version()));
        return page(leaving, wording, model);
    }

    @PostMapping
    String leave(
            Actor actor,
            @PathVariable UUID account,
            @ModelAttribute("form") LeaveForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var leaving = find(actor, account);
        var day = Optional.ofNullable(form.day()).flatMap(DateFields::date).filter(this::isPossible);
        if (day.isEmpty()) {
            errors.rejectValue("day", "staff.leave.day.wrong");
            return page(leaving, wording, model);
        }
        var seen = new ManageAccounts.Seen(leaving.id(), form.version());
        return switch (manage.leave(actor, seen, day.get(), successor(leaving, form))) {
            case ManageAccounts.LastAdministrator last -> {
                errors.rejectValue("day", "staff.lastAdministrator");
                yield page(leaving, wording, model);
            }
            case ManageAccounts.ChangedMeanwhile changed -> {
                model.addAttribute("changedMeanwhile", true);
                yield page(leaving, wording, model);
            }
            default -> "redirect:" + AccountsController.ADDRESS + "/" + account + "?fait";
        };
    }

    private boolean isPossible(LocalDate day) {
        var today = CityTime.day(clock.instant());
        return !day.isBefore(today) && day.isBefore(today.plusYears(LATEST_YEARS));
    }

    private Optional<AccountId> successor(Account leaving, LeaveForm form) {
        return colleagues(leaving).stream()
                .map(Account::id)
                .filter(id -> id.value().toString().equals(form.successor()))
                .findFirst();
    }

    private List<Account> colleagues(Account leaving) {
        return posts.colleagues(leaving.id()).stream()
                .flatMap(id -> accounts.byId(id).stream())
                .filter(account -> !account.isClosed())
                .toList();
    }

    private Account find(Actor actor, UUID id) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        return accounts.byId(new AccountId(id)).orElseThrow(NotFound::new);
    }

    private String page(Account leaving, Wording wording, Model model) {
        model.addAttribute("account", leaving);
        model.addAttribute(
                "successors",
                Stream.concat(
                                Stream.of(Option.of("", wording.text("staff.leave.toUnit"))),
                                colleagues(leaving).stream()
                                        .map(account ->
                                                Option.of(account.id().value().toString(), account.name())))
                        .toList());
        return "staff/leave";
    }
}
