package fr.traboule.staff;

import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.access.Role;
import fr.traboule.web.AdministrationLink;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What each role may do, in words, and who has it. */
@Controller
class RolesController {

    private static final String ADDRESS = "/administration/roles";
    private static final int MOST_PEOPLE = 20;

    private final Accounts accounts;
    private final Permissions permissions;

    RolesController(Accounts accounts, Permissions permissions) {
        this.accounts = accounts;
        this.permissions = permissions;
    }

    /**
     * A role as the page tells it.
     *
     * @param permissions codes of what it may do
     * @param people who has it, the first by name
     */
    record RoleView(Role role, List<String> permissions, List<Account> people, boolean more) {}

    @Bean
    static AdministrationLink rolesLink() {
        return new AdministrationLink(
                ADDRESS, "staff.rolesPage.title", "staff.rolesPage.summary", StaffPermission.MANAGE_ACCOUNTS);
    }

    @GetMapping(ADDRESS)
    String show(Actor actor, Model model) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        model.addAttribute("roles", WorkOptions.staffRoles().map(this::view).toList());
        return "staff/roles";
    }

    private RoleView view(Role role) {
        var people = accounts.having(role, MOST_PEOPLE + 1);
        return new RoleView(
                role,
                permissions.given(role),
                people.stream().limit(MOST_PEOPLE).toList(),
                people.size() > MOST_PEOPLE);
    }
}
