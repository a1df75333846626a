package fr.traboule.city;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The addresses the city knows. People may be anywhere else too: what they type is kept as typed. */
public interface Addresses {

    /** An address with its position. */
    record KnownAddress(UUID id, String address, String postcode, String town, Point point) {

        /** On one line, as an envelope has it. */
        public String label() {
            return "%s, %s %s".formatted(address, postcode, town);
        }
    }

    /** Those that look like what was typed, the most alike first. */
    List<KnownAddress> like(String typed, int most);

    Optional<KnownAddress> byId(UUID id);
}
