package fr.traboule.ground.files;

import java.time.Instant;
import java.util.UUID;

/** The antivirus, asked again about a file that was set aside, finds nothing any more; told in the transaction that gives it back. */
public record FileCleared(String schema, UUID owner, FileId file, Instant at) {}
