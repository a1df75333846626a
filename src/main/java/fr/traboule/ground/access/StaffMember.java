package fr.traboule.ground.access;

import java.io.Serializable;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Somebody of the city who signed in, as their session keeps it. */
public record StaffMember(AccountId id, String fullName, Set<Role> roles)
        implements AuthenticatedPrincipal, Serializable {

    public Actor.Agent actor() {
        return new Actor.Agent(id, roles);
    }

    /** The account's id: names and addresses change, a session must still be found. */
    @Override
    public String getName() {
        return id.value().toString();
    }
}
