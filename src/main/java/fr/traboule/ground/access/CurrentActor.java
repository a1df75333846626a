package fr.traboule.ground.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is behind the request being answered: a signed-in member of staff, or a resident. */
@Component
public class CurrentActor {

    public Optional<StaffMember> staff() {
        return principal(StaffMember.class);
    }

    /** Who is on the way in. */
    public Optional<PendingStaff> pending() {
        return principal(PendingStaff.class);
    }

    public Actor get() {
        return staff().<Actor>map(StaffMember::actor).orElseGet(Actor.Resident::new);
    }

    private static <T> Optional<T> principal(Class<T> type) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
