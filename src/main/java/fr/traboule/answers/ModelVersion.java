package fr.traboule.answers;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.util.Optional;

/** A model answer as it was from some moment on: what made it so, who, when and why. */
record ModelVersion(
        int number,
        VersionKind kind,
        ModelState state,
        Optional<AccountId> by,
        Instant at,
        Optional<String> reason,
        ModelContent content) {}
