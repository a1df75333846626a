package fr.traboule.city;

import fr.traboule.web.Translated;
import java.time.LocalDate;

/** Days on which a place is closed although its hours say otherwise; both are included. */
record ExceptionalClosure(LocalDate from, LocalDate to, Translated reason) {}
