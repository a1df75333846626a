package fr.traboule.routing;

import java.util.UUID;

/** Something that people ask for. */
public record SubjectId(UUID value) {}
