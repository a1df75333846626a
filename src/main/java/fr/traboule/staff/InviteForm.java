package fr.traboule.staff;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who is to have an account. */
record InviteForm(
        @PersonName @Nullable String name,
        @EmailField @Nullable String email,

        @NotEmpty(message = "{staff.roles.missing}") @Nullable
        List<String> roles,

        @Nullable List<String> units) {

    static final InviteForm BLANK = new InviteForm(null, null, null, null);
}
