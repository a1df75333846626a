package fr.traboule.reception;

import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When somebody wants to be called: a working day, and the morning, the afternoon or an hour of the offices' day. */
public record CallWindow(LocalDate day, LocalTime from, LocalTime until) {

    /** Days ahead that are offered, working days only. */
    private static final int DAYS = 10;

    private static final Span MORNING = new Span(LocalTime.of(8, 30), LocalTime.of(12, 0));
    private static final Span AFTERNOON = new Span(LocalTime.of(13, 30), LocalTime.of(17, 0));

    /** The two halves of the day first. */
    static final List<Span> SPANS = Stream.concat(
                    Stream.of(MORNING, AFTERNOON),
                    Stream.of(9, 10, 11, 14, 15, 16)
                            .map(hour -> new Span(LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0))))
            .toList();

    /** A part of a day. */
    public record Span(LocalTime from, LocalTime until) {

        /** As a form sends it. */
        String code() {
            return from + "-" + until;
        }

        static Optional<Span> of(String code) {
            return SPANS.stream().filter(span -> span.code().equals(code)).findFirst();
        }

        boolean isMorning() {
            return equals(MORNING);
        }

        boolean isAfternoon() {
            return equals(AFTERNOON);
        }
    }

    public CallWindow {
        if (!Span.of(new Span(from, until).code()).isPresent()) {
            throw new IllegalArgumentException("Nobody calls outside of the hours of the offices");
        }
    }

    static CallWindow of(LocalDate day, Span span) {
        return new CallWindow(day, span.from(), span.until());
    }

    public static CallWindow morning(LocalDate day) {
        return of(day, MORNING);
    }

    public static CallWindow afternoon(LocalDate day) {
        return of(day, AFTERNOON);
    }

    Span span() {
        return new Span(from, until);
    }

    /** From then on the call is late. */
    Instant due() {
        return day.atTime(until).atZone(CityTime.ZONE).toInstant();
    }

    /** The days to choose from, from the first on which there is still time. */
    static List<LocalDate> days(Instant now, WorkingDays workingDays) {
        var today = CityTime.day(now);
        var start = afternoon(today).due().isAfter(now) ? today : today.plusDays(1);
        return Stream.iterate(workingDays.onOrAfter(start), day -> workingDays.onOrAfter(day.plusDays(1)))
                .limit(DAYS)
                .toList();
    }

    /** Whether somebody may still promise it: it is not over, and it is on one of the days to choose from. */
    boolean isPromisable(Instant now, WorkingDays workingDays) {
        return due().isAfter(now) && days(now, workingDays).contains(day);
    }
}
