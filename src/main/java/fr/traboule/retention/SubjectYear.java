package fr.traboule.retention;

import fr.traboule.routing.SubjectId;
import java.util.Optional;

/** How many requests about a subject ended in a year. */
record SubjectYear(Optional<SubjectId> subject, int year, long count) {}
