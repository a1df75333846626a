package fr.traboule.staff;

import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.Role;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody does here, as an administrator changes it. */
record AccountForm(
        @PersonName @Nullable String name,

        @NotEmpty(message = "{staff.roles.missing}") @Nullable
        List<String> roles,

        @Nullable List<String> units,
        int version) {

    static AccountForm of(Account account, Set<UnitId> units, Directory directory) {
        return new AccountForm(
                account.name(),
                account.roles().stream().map(Role::code).toList(),
                units.stream().map(unit -> directory.unit(unit).code()).toList(),
                account.version());
    }
}
