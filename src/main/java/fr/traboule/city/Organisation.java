package fr.traboule.city;

import fr.traboule.web.Translated;
import java.util.Optional;

/** An administration that people deal with. */
public record Organisation(
        OrganisationId id,
        String code,
        Kind kind,
        Translated name,
        Optional<String> website,
        Optional<String> phone,
        Optional<String> address) {

    /** The kinds of administrations, as the city's folder writes them. */
    public enum Kind {
        CITY,
        TOWN_HALL,
        METROPOLE,
        ESTABLISHMENT,
        REGION,
        STATE;

        /** Whether the city's own units do the work. */
        public boolean isOurs() {
            return this == CITY || this == TOWN_HALL;
        }
    }
}
