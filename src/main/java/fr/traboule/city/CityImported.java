package fr.traboule.city;

import java.time.Instant;

/** The city's files were loaded: whoever keeps something of them in memory reads it again. */
public record CityImported(Instant at) {}
