package fr.traboule.requests;

import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.routing.Subject;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The day by which the city promises an answer (invariant I6), in working days. It is no legal date. */
@Component
class Promise {

    private final Directory directory;
    private final WorkingDays workingDays;

    Promise(Directory directory, WorkingDays workingDays) {
        this.directory = directory;
        this.workingDays = workingDays;
    }

    LocalDate dueOn(Optional<Subject> subject, LocalDate received) {
        var days = subject.map(Subject::promiseDays)
                .orElseGet(() -> directory.settings().promiseDays());
        return workingDays.plus(received, days);
    }
}
