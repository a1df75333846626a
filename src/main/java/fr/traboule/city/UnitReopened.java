package fr.traboule.city;

import java.time.Instant;

/** A unit that was closed is open again: told in that transaction; what went from it to its successor may come back. */
public record UnitReopened(UnitId unit, UnitId successor, Instant at) {}
