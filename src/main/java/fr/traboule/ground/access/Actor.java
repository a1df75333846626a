package fr.traboule.ground.access;

import java.util.Optional;
import java.util.Set;

/** Who does something. Every act takes one, and history keeps it. */
public sealed interface Actor {

    /** The roles that decide what this actor may do. */
    Set<Role> roles();

    /** Somebody who works for the city. */
    record Agent(AccountId account, Set<Role> roles) implements Actor {}

    /** A resident (« usager »), identified or not. */
    record Resident() implements Actor {

        @Override
        public Set<Role> roles() {
            return Set.of(Role.RESIDENT);
        }
    }

    /** The program itself, in a job that nobody asked for at this moment. It may do everything. */
    record Program() implements Actor {

        @Override
        public Set<Role> roles() {
            return Set.of();
        }
    }

    /** Somebody who acts for a resident: the rights are those of who acts, the request is the resident's. */
    record ForResident(Agent agent) implements Actor {

        @Override
        public Set<Role> roles() {
            return agent.roles();
        }
    }

    /** The account behind the act, where there is one. */
    default Optional<AccountId> actingAccount() {
        return switch (this) {
            case Agent agent -> Optional.of(agent.account());
            case ForResident behalf -> Optional.of(behalf.agent().account());
            case Resident resident -> Optional.empty();
            case Program program -> Optional.empty();
        };
    }
}
