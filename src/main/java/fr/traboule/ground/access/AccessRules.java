package fr.traboule.ground.access;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * How strictly staff sign in.
 *
 * @param idle a session that is not used for so long ends
 * @param longest no session lasts longer, used or not
 */
public record AccessRules(RequiredFrom secondFactor, Duration idle, Duration longest, int version) {

    /** Who cannot sign in without a second factor; everybody may have one. */
    public enum RequiredFrom {
        OFFERED,
        ADMINISTRATORS,
        EVERYBODY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean requireSecondFactor(Set<Role> roles) {
        return switch (secondFactor) {
            case OFFERED -> false;
            case ADMINISTRATORS -> roles.contains(Role.ADMINISTRATOR);
            case EVERYBODY -> true;
        };
    }
}
