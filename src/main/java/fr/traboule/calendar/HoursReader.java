package fr.traboule.calendar;

import ch.poole.openinghoursparser.Event;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.VariableTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the hours of a rule: none means the whole day. */
final class HoursReader {

    private static final int NOON_NEXT_DAY = Hours.DAY + Hours.DAY / 2;
    private static final int LONGEST = 2 * Hours.DAY;

    private HoursReader() {}

    static List<Hours> read(Rule rule, OpenState state) {
        var spans = rule.getTimes();
        if (spans == null || spans.isEmpty()) {
            return List.of(Hours.wholeDay(state));
        }
        if (!spans.stream().allMatch(HoursReader::isFixed)) {
            var latest = spans.stream().mapToInt(HoursReader::latestEnd).max().orElseThrow();
            return List.of(new Hours(0, latest, OpenState.UNKNOWN));
        }
        var guessed = spans.stream().filter(TimeSpan::isOpenEnded).map(span -> guess(span, spans, state));
        var known =
                spans.stream().filter(HoursReader::hasEnd).map(span -> new Hours(span.getStart(), end(span), state));
        // In this order: what is known is laid over what is guessed.
        return Stream.concat(guessed, known).toList();
    }

    private static boolean isFixed(TimeSpan span) {
        return span.getStartEvent() == null
                && span.getEndEvent() == null
                && span.getInterval() == 0
                && (hasEnd(span) || span.isOpenEnded());
    }

    private static boolean hasEnd(TimeSpan span) {
        return span.getEnd() != TimeSpan.UNDEFINED_TIME;
    }

    private static int end(TimeSpan span) {
        return span.getEnd() > span.getStart() ? span.getEnd() : span.getEnd() + Hours.DAY;
    }

    /**
     * {@code 18:00+} is unknown from 18:00 on, and {@code 14:00-18:00+} from the end it gives: until midnight, or for 10
     * hours when that is from 17:00 on, 8 hours from 22:00 on (the guess of opening_hours.js), and never beyond the
     * start of the rule's next span.
     */
    private static Hours guess(TimeSpan span, List<TimeSpan> spans, OpenState state) {
        var from = hasEnd(span) ? end(span) : span.getStart();
        var length = from < 17 * 60 ? Hours.DAY - from : (from < 22 * 60 ? 10 : 8) * 60;
        var next = spans.stream()
                .filter(other -> other != span && other.getStart() >= from)
                .mapToInt(TimeSpan::getStart)
                .min()
                .orElse(LONGEST);
        return new Hours(from, Math.min(next, from + length), state == OpenState.CLOSED ? state : OpenState.UNKNOWN);
    }

    /** How far a span may reach that we do not compute: to the next noon if it may cross midnight. */
    private static int latestEnd(TimeSpan span) {
        var from = usual(span.getStartEvent(), span.getStart());
        var to = usual(span.getEndEvent(), span.getEnd());
        var pointInTime = to == TimeSpan.UNDEFINED_TIME && !span.isOpenEnded();
        return pointInTime || from < to && to <= Hours.DAY ? Hours.DAY : NOON_NEXT_DAY;
    }

    private static int usual(@Nullable VariableTime time, int fixed) {
        return time == null ? fixed : usual(time.getEvent()) + time.getOffset();
    }

    private static int usual(Event event) {
        return switch (event) {
            case DAWN -> 6 * 60;
            case SUNRISE -> 7 * 60;
            case SUNSET -> 19 * 60;
            case DUSK -> 20 * 60;
        };
    }
}
