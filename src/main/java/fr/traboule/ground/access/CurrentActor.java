package fr.traboule.ground.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is behind the request being answered: a signed-in member of staff, or a resident. */
@Component
public class CurrentActor {

    public Optional<StaffMember> staff() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffMember staff
                ? Optional.of(staff)
                : Optional.empty();
    }

    public Actor get() {
        return staff().<Actor>map(StaffMember::actor).orElseGet(Actor.Resident::new);
    }
}
