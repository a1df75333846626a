package fr.traboule.ground.works;

/** The file that a work makes, as whoever asked for it saves it. */
public record WorkFile(String name, String mediaType) {}
