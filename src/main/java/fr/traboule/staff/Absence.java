package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import java.time.LocalDate;
import java.util.UUID;

/** Days on which somebody does not work, the first and the last included, in the city's time. */
public record Absence(UUID id, AccountId account, LocalDate firstDay, LocalDate lastDay) {}
