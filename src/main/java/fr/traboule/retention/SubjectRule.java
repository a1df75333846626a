package fr.traboule.retention;

import fr.traboule.requests.EndedBefore;
import fr.traboule.routing.SubjectId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rule that counts for requests about one subject.
 *
 * @param subject empty for those whose subject nobody said
 */
record SubjectRule(Optional<SubjectId> subject, Rule rule) {

    /** Those whose current use is over on that day. */
    EndedBefore toArchive(LocalDate today) {
        return new EndedBefore(subject, Months.endedBefore(today, rule.currentMonths()));
    }

    /** Those that were kept as long as they had to be on that day. */
    EndedBefore toEliminate(LocalDate today) {
        return new EndedBefore(subject, Months.endedBefore(today, rule.months()));
    }
}
