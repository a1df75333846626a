package fr.traboule.ground.files;

import java.time.Instant;
import java.util.UUID;

/** The antivirus recognised something in a file that belongs to something; told in the transaction that sets it aside. */
public record FileSetAside(String schema, UUID owner, FileId file, Instant at) {}
