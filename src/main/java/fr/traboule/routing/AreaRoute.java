package fr.traboule.routing;

import java.util.Optional;

/** Who answers in an area, given by its code, or everywhere else. */
public record AreaRoute(Optional<String> area, Route route) {}
