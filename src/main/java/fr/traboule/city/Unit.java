package fr.traboule.city;

import fr.traboule.web.Translated;
import java.util.Optional;

/** A unit of the city, that answers for requests. */
public record Unit(
        UnitId id,
        String code,
        Optional<UnitId> parent,
        OrganisationId organisation,
        Translated name,
        Optional<String> phone,
        Optional<String> office,
        boolean open) {}
