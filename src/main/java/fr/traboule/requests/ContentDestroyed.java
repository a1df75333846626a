package fr.traboule.requests;

import java.util.List;
import java.util.UUID;

/**
 * A request whose words and personal data the database has just destroyed.
 *
 * @param fileKeys objects of the bucket that no file has any more
 * @param messages that were in the outbox
 */
public record ContentDestroyed(RequestId request, List<String> fileKeys, List<UUID> messages) {}
