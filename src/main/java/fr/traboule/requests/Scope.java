package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which requests an agent sees: those of their units and below, those that a unit of theirs is asked about, and those they
 * filed; sensitive ones only where they work in the unit in charge itself. The same SQL predicate serves every list, count, search and page: nothing is filtered
 * afterwards.
 *
 * @param own the units that they work in, without those below
 */
public record Scope(Set<UnitId> units, Set<UnitId> own, AccountId account) {

    /** Looked at one by one; of more, a search looks at whatever has the words. */
    static final int FEW_UNITS = 8;

    /** What is not archived: archives have a door of their own. On an alias {@code e} of {@code requests.search_entry}. */
    static final String CURRENT = "not e.archived";

    /** Of the archives: nobody sees more there than they did before, but who looks after all of them. */
    static final String ARCHIVED = """
            e.archived and (:everywhere or e.unit_id = any (:scopeUnits))
            and (not e.sensitive or e.unit_id = any (:scopeOwn))""";

    /** On an alias {@code e} of {@code requests.search_entry}. */
    static final String PREDICATE = CURRENT + """
             and (e.unit_id = any (:scopeUnits) or e.filed_by = :scopeAccount
             or exists (select from requests.opinion o
                         where o.request_id = e.request_id and o.given_at is null and o.unit_id = any (:scopeUnits)))
            and (not e.sensitive or e.unit_id = any (:scopeOwn))""";

    /** What remains of it where the unit is one of the scope's already: also on an alias {@code e}. */
    static final String SENSITIVE = CURRENT + " and (not e.sensitive or e.unit_id = any (:scopeOwn))";

    Map<String, Object> parameters() {
        return Map.of(
                "scopeUnits", ids(units),
                "scopeOwn", ids(own),
                "scopeAccount", account.value());
    }

    private static UUID[] ids(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
