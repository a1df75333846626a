package fr.traboule.reception;

import fr.traboule.calendar.CityTime;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.web.DateFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * When something really came in that is written down later: the day of a letter's stamp, the day and hour on an outage sheet.
 * Never in the future, confirmed if it is long ago, and never so long ago that it must be a mistake.
 */
final class Arrival {

    /** Longer ago, somebody says that it is no slip. */
    static final Period CONFIRMED_BEYOND = Period.ofDays(30);

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])(?:\\s*[hH:.]\\s*([0-5]\\d)?)?");
    private static final String DAY = "arrivedOn";
    private static final String HOUR = "arrivedAt";

    private Arrival() {}

    /**
     * @param notBefore the day from which it is possible, where there is one: nobody fills in a sheet that is not printed
     * @return empty for now, or where something is wrong, which is said then
     */
    static Optional<Instant> of(NewRequestForm form, Instant now, Optional<LocalDate> notBefore, Errors errors) {
        if (!form.saysArrival()) {
            return Optional.empty();
        }
        var day = day(form.arrivedOn(), CityTime.day(now), notBefore, form.arrivedSure() != null, errors);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        var channel = form.channel();
        if (channel == null || channel.isByDay()) {
            return byDay(day.get(), now);
        }
        var time = time(form.arrivedAt());
        if (time.isEmpty()) {
            errors.rejectValue(HOUR, "reception.new.arrivedAt.wrong");
            return Optional.empty();
        }
        var at = day.get().atTime(time.get()).atZone(CityTime.ZONE).toInstant();
        if (at.isAfter(now)) {
            errors.rejectValue(HOUR, "reception.new.arrivedAt.future");
            return Optional.empty();
        }
        return Optional.of(at);
    }

    /** What arrived today arrived now, as far as anybody knows. */
    private static Optional<Instant> byDay(LocalDate day, Instant now) {
        return day.equals(CityTime.day(now)) ? Optional.empty() : Optional.of(CityTime.startOf(day));
    }

    private static Optional<LocalDate> day(
            @Nullable DateFields typed, LocalDate today, Optional<LocalDate> notBefore, boolean sure, Errors errors) {
        var day = Optional.ofNullable(typed).flatMap(DateFields::date);
        if (day.isEmpty()) {
            errors.rejectValue(DAY, "reception.new.arrivedOn.wrong");
            return day;
        }
        if (day.get().isAfter(today)) {
            errors.rejectValue(DAY, "reception.new.arrivedOn.future");
        } else if (notBefore.filter(day.get()::isBefore).isPresent()) {
            errors.rejectValue(DAY, "reception.new.arrivedOn.beforeSheet");
        } else if (day.get().isBefore(today.minus(ReceiveRequest.EARLIEST))) {
            errors.rejectValue(DAY, "reception.new.arrivedOn.tooOld");
        } else if (day.get().isBefore(today.minus(CONFIRMED_BEYOND)) && !sure) {
            errors.rejectValue("arrivedSure", "reception.new.arrivedSure.missing");
        } else {
            return day;
        }
        return Optional.empty();
    }

    /** As people write it: 14:05, 14h05, 14 h. */
    static Optional<LocalTime> time(@Nullable String typed) {
        return NewRequestForm.given(typed)
                .map(TIME::matcher)
                .filter(found -> found.matches())
                .flatMap(found -> {
                    try {
                        var minutes = found.group(2);
                        return Optional.of(LocalTime.of(
                                Integer.parseInt(found.group(1)), minutes == null ? 0 : Integer.parseInt(minutes)));
                    } catch (DateTimeException notATime) {
                        return Optional.empty();
                    }
                });
    }
}
