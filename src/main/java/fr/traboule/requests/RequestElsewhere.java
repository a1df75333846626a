package fr.traboule.requests;

import fr.traboule.city.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What any agent may tell of a request whose number they are given.
 *
 * @param archived where it is set apart: then it has another door
 */
public record RequestElsewhere(
        RequestNumber number, UnitId unit, RequestStatus status, LocalDate dueOn, Optional<Archived> archived) {}
