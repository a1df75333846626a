package fr.traboule.ground.access;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Somebody who gave the right password and has yet to give, or to set up, a second factor: nothing is open to them before. */
public record PendingStaff(AccountId id) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return id.value().toString();
    }
}
