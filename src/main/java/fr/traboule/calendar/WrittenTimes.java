package fr.traboule.calendar;

import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenWord.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the hours of a day: {@code de 9h à 12h et de 14h à 18h}, {@code 9-12h / 14-18h}, {@code 24h/24}. */
final class WrittenTimes {

    private static final Kind[] CLOCK = {Kind.TIME, Kind.TIME_OF_TWELVE, Kind.TIME_IN_WORDS, Kind.NUMBER};

    /** A number that is alone at the start of hours, without any sign that it is one, is not before. */
    private static final int EARLIEST_BARE = 7;

    private static final int EARLIEST_HALF_BARE = 6;
    private static final int HOUR = 60;

    private final WordCursor words;

    WrittenTimes(WordCursor words) {
        this.words = words;
    }

    /** Whether hours come next: not a number alone, which may be a date. */
    boolean ahead() {
        return words.ahead(() -> {
            if (words.accept(Kind.COMMENT)) {
                words.accept(Kind.COLON);
            }
            if (partOfDay() != null) {
                words.accept(Kind.COLON);
            }
            words.skip(Kind.NON_STOP, Kind.FROM);
            return words.at(Kind.ALL_DAY, Kind.BETWEEN)
                    || words.at(Kind.TIME, Kind.TIME_OF_TWELVE, Kind.TIME_IN_WORDS)
                    || words.at(Kind.NUMBER) && isNumberOfHours();
        });
    }

    private boolean isNumberOfHours() {
        words.take();
        return words.accept(Kind.DASH, Kind.TO, Kind.SLASH) && words.accept(CLOCK) && !words.at(Kind.MONTH);
    }

    /** @param comment said before them, of all */
    List<Shift> read(@Nullable String comment) {
        var from = words.place();
        var shifts = new ArrayList<Shift>();
        var before = comment;
        var commented = 0;
        int afterShift;
        do {
            var begin = words.place();
            if (words.at(Kind.COMMENT)) {
                before = words.text(words.take());
                words.accept(Kind.COLON);
            }
            var shift = shiftOfPartOfDay();
            var after = commentAfter();
            if (after != null && before != null) {
                throw words.misread(from, Reason.UNCLEAR_SCOPE);
            }
            commented = after == null ? 0 : commented + 1;
            shifts.add(new Shift(shift.from(), shift.to(), after == null ? before : after));
            afterShift = words.place();
            skipSeparators(begin);
        } while (ahead());
        words.goBackTo(afterShift);
        // « 9h-12h et 14h-18h (sur rendez-vous) »: both, or the second?
        if (commented > 0 && commented < shifts.size()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        if (DayPlan.open(shifts).overlapsItself()) {
            throw words.misread(from, Reason.OVERLAPPING);
        }
        return shifts;
    }

    /** « 9h à 12h - 14h à 18h »: the dash that does not join the two ends of hours parts them. */
    private void skipSeparators(int shift) {
        var worded = IntStream.range(0, words.place() - shift).allMatch(step -> !words.thenAt(-1 - step, Kind.DASH));
        words.skip(Kind.COMMA, Kind.AND, Kind.SLASH);
        if (worded) {
            words.accept(Kind.DASH);
        }
    }

    private @Nullable String commentAfter() {
        var from = words.place();
        words.accept(Kind.COMMA);
        if (words.at(Kind.COMMENT)
                && !words.ahead(() -> {
                    words.take();
                    return words.at(Kind.COLON, Kind.FROM) || words.at(CLOCK);
                })) {
            return words.text(words.take());
        }
        words.goBackTo(from);
        return null;
    }

    /** « le matin de 9h à 12h », « 9h-12h le matin »: the hours must be of the morning. */
    private Shift shiftOfPartOfDay() {
        var from = words.place();
        var before = partOfDay();
        words.accept(Kind.COLON);
        words.skip(Kind.NON_STOP);
        var shift = shift();
        words.skip(Kind.NON_STOP);
        var part = before == null ? partOfDay() : before;
        if (part != null && !isIn(shift, part.value())) {
            throw words.misread(from, Reason.UNCLEAR_TIME);
        }
        return shift;
    }

    private @Nullable WrittenWord partOfDay() {
        var from = words.place();
        words.skip(Kind.ARTICLE, Kind.DURING);
        if (words.at(Kind.PART_OF_DAY)) {
            return words.take();
        }
        words.goBackTo(from);
        return null;
    }

    private static boolean isIn(Shift shift, int part) {
        return switch (part) {
            case WrittenVocabulary.MORNING -> shift.from() >= 4 * HOUR && shift.to() <= 14 * HOUR;
            case WrittenVocabulary.AFTERNOON -> shift.from() >= 12 * HOUR && shift.to() <= 20 * HOUR;
            default -> shift.from() >= 17 * HOUR;
        };
    }

    private Shift shift() {
        var from = words.place();
        if (words.accept(Kind.ALL_DAY)) {
            return Shift.wholeDay(null);
        }
        var between = words.accept(Kind.BETWEEN);
        words.skip(Kind.FROM);
        var start = clock(from);
        var slash = words.at(Kind.SLASH);
        if (!(between ? words.accept(Kind.AND) : words.accept(Kind.DASH, Kind.TO, Kind.SLASH)) || !words.at(CLOCK)) {
            throw words.misread(from, Reason.END_MISSING);
        }
        var end = clock(from);
        if (slash && isBare(start) && isBare(end)) {
            throw words.misread(from, Reason.UNCLEAR_TIME);
        }
        refuseUnclear(start, end, from);
        return shift(minutes(start), minutes(end), from);
    }

    private WrittenWord clock(int from) {
        if (!words.at(CLOCK)) {
            throw words.misread(from, Reason.HOURS_MISSING);
        }
        var clock = words.take();
        if (isBare(clock) && clock.value() > Hours.DAY / HOUR) {
            throw new Misread(words.text(clock), Reason.NO_SUCH_TIME);
        }
        return clock;
    }

    private void refuseUnclear(WrittenWord start, WrittenWord end, int from) {
        var halves = start.kind() == Kind.TIME_OF_TWELVE || end.kind() == Kind.TIME_OF_TWELVE;
        var whole = Kind.TIME == start.kind() || Kind.TIME == end.kind() || isBare(start) || isBare(end);
        var earliest = isBare(end) ? EARLIEST_BARE : EARLIEST_HALF_BARE;
        if (halves && whole
                || isBare(start) && minutes(start) < earliest * HOUR
                || (isBare(start) || isBare(end)) && minutes(end) <= minutes(start) && minutes(end) > 0
                || isBare(end) && minutes(end) == 0) {
            throw words.misread(from, Reason.UNCLEAR_TIME);
        }
    }

    private Shift shift(int start, int written, int from) {
        var begins = start == Hours.DAY ? 0 : start;
        var ends = written == 0 ? Hours.DAY : written;
        if (ends > begins) {
            return new Shift(begins, ends, null);
        }
        if (ends == begins || !Shift.isNight(begins, ends)) {
            throw words.misread(from, Reason.ENDS_BEFORE_START);
        }
        return new Shift(begins, ends + Hours.DAY, null);
    }

    private static boolean isBare(WrittenWord clock) {
        return clock.kind() == Kind.NUMBER;
    }

    private static int minutes(WrittenWord clock) {
        return isBare(clock) ? clock.value() * HOUR : clock.value();
    }
}
