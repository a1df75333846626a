package fr.traboule.field;

import fr.traboule.city.Whereabouts;
import fr.traboule.requests.RequestId;
import fr.traboule.routing.Subject;
import fr.traboule.web.Language;
import java.time.Duration;
import java.util.Optional;

/**
 * What an agent saw (« signalement de terrain »).
 *
 * @param id made by the telephone or with the page: sent twice, it is one request
 * @param ago how long before it was sent, by the telephone's own clock, which may be wrong and is measured against itself
 */
record Report(
        RequestId id,
        Optional<Subject> subject,
        String words,
        Optional<Whereabouts> where,
        Language language,
        Duration ago) {

    /** Seen earlier still, nobody knows whether it is there. */
    static final Duration EARLIEST = Duration.ofDays(30);

    /** A telephone corrects its clock now and then. */
    static final Duration SLIP = Duration.ofMinutes(5);

    static final int MOST_PHOTOS = 5;

    Report {
        if (isTooEarly(ago) || isAhead(ago)) {
            throw new IllegalArgumentException("Nothing was seen %s ago".formatted(ago));
        }
    }

    static boolean isTooEarly(Duration ago) {
        return ago.compareTo(EARLIEST) > 0;
    }

    static boolean isAhead(Duration ago) {
        return ago.compareTo(SLIP.negated()) < 0;
    }

    /** Whether it is worth telling when it was seen beside when it came in. */
    boolean isLate() {
        return ago.compareTo(SLIP) > 0;
    }
}
