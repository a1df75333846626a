package fr.traboule.city;

import java.time.Instant;

/** A unit closes: told in the transaction that closes it, so that what it has in hand goes to its successor with it. */
public record UnitClosed(UnitId unit, UnitId successor, Instant at) {}
