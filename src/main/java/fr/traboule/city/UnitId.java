package fr.traboule.city;

import java.util.UUID;

/** A unit (« service ») of the city. */
public record UnitId(UUID value) {}
