package fr.traboule.ground.files;

/** What is known of a file without reading it. Sizes in bytes. */
public record StoredFile(FileId id, String name, String mediaType, int size) {}
