package fr.traboule.requests;

import fr.traboule.city.UnitId;
import java.time.LocalDate;

/** What any agent may tell of a request whose number they are given. */
public record RequestElsewhere(RequestNumber number, UnitId unit, RequestStatus status, LocalDate dueOn) {}
