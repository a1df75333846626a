package fr.traboule.routing;

import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/** Who answers for a subject, in an area or everywhere, between two dates (both included) or always. */
record Competence(
        Optional<String> area,
        OrganisationId organisation,
        UnitId unit,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo) {

    boolean isValidOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
