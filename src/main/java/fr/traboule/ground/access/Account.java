package fr.traboule.ground.access;

import java.util.Set;

/** The account of somebody who works for the city, open or closed. */
record Account(AccountId id, String email, String name, String passwordHash, boolean open, Set<Role> roles) {

    StaffMember staffMember() {
        return new StaffMember(id, name, roles);
    }
}
