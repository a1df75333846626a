package fr.traboule.desk;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import java.util.Optional;
import java.util.UUID;

/**
 * Filters of the queue under a name (« vue enregistrée »).
 *
 * @param owner who saved it
 * @param unit with whose people it is shared
 * @param query as {@link FilterForm#query()} writes it
 */
record SavedView(Id id, AccountId owner, Optional<UnitId> unit, String name, String query, int version) {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_QUERY = 1_000;

    /** Of one view. */
    record Id(UUID value) {}

    String address() {
        return query.isEmpty() ? QueueController.ADDRESS : QueueController.ADDRESS + "?" + query;
    }
}
