package fr.traboule.ground.files;

import java.time.Instant;

/**
 * What is known of a file without reading it.
 *
 * @param size in bytes
 * @param since when it came into that state
 */
public record StoredFile(FileId id, String name, String mediaType, int size, FileState state, Instant since) {}
