package fr.traboule.requests;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that may be about the same thing.
 *
 * @param metres from one to the other; empty where it is proposed because the same person made both
 */
public record Duplicate(
        RequestNumber number,
        Instant receivedAt,
        Optional<String> place,
        String description,
        Optional<Integer> metres) {}
