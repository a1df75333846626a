package fr.traboule.routing;

import java.time.Instant;

/** The subjects' files were loaded: whoever keeps something of them in memory reads it again. */
public record SubjectsImported(Instant at) {}
