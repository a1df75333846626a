package fr.traboule.retention;

import fr.traboule.calendar.CityTime;
import fr.traboule.requests.ArchiveRequests;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Sets apart the requests whose current use is over by their rule; without a rule nothing moves. */
@Service
public class ArchiveDue {

    /** In one transaction. */
    static final int PORTION = 500;

    private final Rules rules;
    private final ArchiveRequests archiveRequests;
    private final Clock clock;

    ArchiveDue(Rules rules, ArchiveRequests archiveRequests, Clock clock) {
        this.rules = rules;
        this.archiveRequests = archiveRequests;
        this.clock = clock;
    }

    /** @return how many; none once there is nothing left to do */
    public int next() {
        var today = CityTime.day(clock.instant());
        var due = rules.bySubject().stream().map(rule -> rule.toArchive(today)).toList();
        return archiveRequests.archive(due, PORTION);
    }
}
