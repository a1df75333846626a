package fr.traboule.city;

/** A place that people know, to find one's way on a map. */
record Landmark(String name, Point point) {}
