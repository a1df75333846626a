package fr.traboule.calendar;

import fr.traboule.calendar.DayCanvas.Ink;
import fr.traboule.calendar.OpenStatus.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Opening hours at real instants: on the city's calendar, less exceptional closures. Immutable; exact to the minute.
 *
 * <p>Local times become instants as people read a clock. A time that the spring change skips is the instant of the
 * change; one that the autumn change repeats is its first passage: from 01:00 to 04:00 the place is open two hours on
 * the last Sunday of March and four on the last of October.
 */
public final class OpeningTimes {

    /** How far ahead changes are looked for. */
    public static final Duration HORIZON = Duration.ofDays(60);

    private final CityCalendar calendar;
    private final DayPainter painter;

    public OpeningTimes(OpeningHours.Parsed hours, CityCalendar calendar, List<Closure> closures) {
        this.calendar = calendar;
        this.painter = new DayPainter(hours.rules(), calendar, List.copyOf(closures));
    }

    public OpenState stateAt(Instant instant) {
        return spanAt(instant).state();
    }

    public OpenStatus statusAt(Instant instant) {
        var now = spanAt(instant);
        var next = nextChange(instant, HORIZON).orElse(null);
        return switch (now.state()) {
            case OPEN -> new OpenStatus.OpenNow(next, now.comment());
            case CLOSED -> new OpenStatus.ClosedNow(next, now.comment());
            case UNKNOWN -> new OpenStatus.NotKnown(next, now.comment());
        };
    }

    /** The next change of state after that instant and no later than {@code limit}, itself at most {@link #HORIZON}. */
    public Optional<Change> nextChange(Instant instant, Duration limit) {
        var state = stateAt(instant);
        var last = instant.plus(limit.compareTo(HORIZON) > 0 ? HORIZON : limit);
        return dateOf(instant)
                .datesUntil(dateOf(last).plusDays(1))
                .flatMap(this::wholeDay)
                .filter(span -> span.from().toInstant().isAfter(instant) && span.state() != state)
                .findFirst()
                .filter(span -> !span.from().toInstant().isAfter(last))
                .map(span -> new Change(span.from(), span.state()));
    }

    /**
     * The open and unknown spans of that day, and the closed ones that carry a comment, in order. One that goes on
     * after midnight belongs to the day it begins.
     */
    public List<OpenSpan> day(LocalDate date) {
        var spans = new ArrayList<OpenSpan>();
        var begun = spans(date, ink -> !ink.isBlank() && !ink.spilled());
        var afterMidnight = spans(date.plusDays(1), ink -> !ink.isBlank() && ink.spilled());
        Stream.concat(begun, afterMidnight).forEach(span -> {
            if (!spans.isEmpty() && spans.getLast().continuedBy(span)) {
                spans.addLast(spans.removeLast().until(span.to()));
            } else {
                spans.add(span);
            }
        });
        return List.copyOf(spans);
    }

    /** That Monday and the six days after it, in order. */
    public SequencedMap<LocalDate, List<OpenSpan>> week(LocalDate monday) {
        var week = new LinkedHashMap<LocalDate, List<OpenSpan>>();
        monday.datesUntil(monday.plusWeeks(1)).forEach(date -> week.put(date, day(date)));
        return week;
    }

    private OpenSpan spanAt(Instant instant) {
        return wholeDay(dateOf(instant))
                .filter(span -> span.to().toInstant().isAfter(instant))
                .findFirst()
                .orElseThrow();
    }

    private Stream<OpenSpan> wholeDay(LocalDate date) {
        return spans(date, ink -> true);
    }

    private Stream<OpenSpan> spans(LocalDate date, Predicate<Ink> drawnSo) {
        return painter.paint(date).stretches().stream()
                .filter(stretch -> drawnSo.test(stretch.ink()))
                .map(stretch -> new OpenSpan(
                        at(date, stretch.from()),
                        at(date, stretch.to()),
                        stretch.ink().state(),
                        stretch.ink().comment()))
                .filter(span -> span.from().isBefore(span.to()));
    }

    private ZonedDateTime at(LocalDate date, int minute) {
        var time = date.atStartOfDay().plusMinutes(minute);
        var transition = calendar.zone().getRules().getTransition(time);
        return transition != null && transition.isGap()
                ? transition.getInstant().atZone(calendar.zone())
                : time.atZone(calendar.zone());
    }

    private LocalDate dateOf(Instant instant) {
        return instant.atZone(calendar.zone()).toLocalDate();
    }
}
