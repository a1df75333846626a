package fr.traboule.requests;

import java.time.LocalDate;

/**
 * A request for which somebody was asked something.
 *
 * @param reminders sent so far
 * @param nextOn day of the next one, or of giving the request back to its agent
 */
record Waiting(RequestId request, int reminders, LocalDate nextOn) {

    static final int MOST_REMINDERS = 2;
    static final int DAYS_BETWEEN = 7;

    Waiting remindedOn(LocalDate day) {
        return new Waiting(request, reminders + 1, day.plusDays(DAYS_BETWEEN));
    }
}
