package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which requests an agent sees: those of their units and below, and those they filed. The same SQL predicate serves every
 * list, count, search and page: nothing is filtered afterwards.
 */
public record Scope(Set<UnitId> units, AccountId account) {

    /** On an alias {@code e} of {@code requests.search_entry}. */
    static final String PREDICATE = "(e.unit_id = any (:scopeUnits) or e.filed_by = :scopeAccount)";

    Map<String, Object> parameters() {
        return Map.of(
                "scopeUnits", units.stream().map(UnitId::value).toArray(UUID[]::new), "scopeAccount", account.value());
    }
}
