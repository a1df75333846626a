package fr.traboule.city;

import fr.traboule.ground.access.AccountId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The city's units and organisations, and who works where. */
public interface Directory {

    /** @throws IllegalStateException if there is none: ids come from the database, which refuses unknown ones */
    Unit unit(UnitId id);

    Optional<Unit> unit(String code);

    Collection<Unit> units();

    Organisation organisation(OrganisationId id);

    Optional<Organisation> organisation(String code);

    Collection<Organisation> organisations();

    CitySettings settings();

    /** The units that somebody works in, with all that are below them. */
    Set<UnitId> unitsOf(AccountId account);

    /** Where somebody answers for that unit: its own number, or the city's. */
    default Optional<String> phone(Unit unit) {
        return unit.phone().or(() -> settings().phone());
    }
}
