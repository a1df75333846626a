package fr.traboule.procedures;

import fr.traboule.web.Words;
import java.util.Optional;

/** Who answers for a subject, everywhere or in one area. */
record Competent(Optional<String> area, Words organisation, Words unit, boolean ours) {}
