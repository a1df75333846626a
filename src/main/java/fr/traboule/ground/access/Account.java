package fr.traboule.ground.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The account of somebody who works for the city.
 *
 * @param leavesOn the first day, in Paris, on which it opens nothing
 */
public record Account(
        AccountId id,
        String email,
        String name,
        Set<Role> roles,
        Standing standing,
        Optional<LocalDate> leavesOn,
        int version) {

    /** What an account is good for. */
    public enum Standing {
        /** Nobody has chosen its password yet. */
        INVITED,
        OPEN,
        /** It opens nothing; history still names who had it. */
        CLOSED
    }

    public boolean isClosed() {
        return standing == Standing.CLOSED;
    }

    StaffMember staffMember() {
        return new StaffMember(id, name, roles);
    }
}
