package fr.traboule.calendar;

import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenWord.Kind;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads days: {@code du lundi au jeudi et le samedi}, {@code le 1er et le 3e mardi du mois}, {@code les jours fériés}. */
final class WrittenDays {

    private static final Kind[] BEFORE = {Kind.ARTICLE, Kind.FROM_DAY, Kind.FROM};
    private static final Kind[] NAMES = {Kind.DAY, Kind.DAYS, Kind.PUBLIC_HOLIDAYS};
    private static final int WEEK = 7;

    private final WordCursor words;

    /** @param lists how many days, or ranges of days, were listed */
    record Days(SortedSet<Weekday> weekdays, boolean publicHolidays, int lists) {

        Days {
            weekdays = new TreeSet<>(weekdays);
        }

        Days and(Days other) {
            var both = new TreeSet<>(weekdays);
            both.addAll(other.weekdays);
            return new Days(both, publicHolidays || other.publicHolidays, lists + other.lists);
        }

        Days without(Days others) {
            var left = new TreeSet<>(weekdays);
            left.removeAll(others.weekdays);
            return new Days(left, publicHolidays && !others.publicHolidays, lists);
        }

        Days in(Recurrence recurrence) {
            var some = new TreeSet<Weekday>();
            weekdays.forEach(day -> some.add(new Weekday(recurrence, day.day())));
            return new Days(some, publicHolidays, lists);
        }

        boolean areOfEveryWeek() {
            return !publicHolidays && weekdays.stream().allMatch(Weekday::isOfEveryWeek);
        }
    }

    WrittenDays(WordCursor words) {
        this.words = words;
    }

    boolean ahead() {
        return words.ahead(() -> {
            words.skip(BEFORE);
            if (!words.at(Kind.ORDINAL)) {
                return words.at(NAMES);
            }
            while (words.at(Kind.ORDINAL)) {
                words.take();
                words.skip(Kind.COMMA, Kind.AND, Kind.ARTICLE);
            }
            return words.at(Kind.DAY);
        });
    }

    Days read() {
        var from = words.place();
        var days = list();
        var after = words.place();
        words.skip(Kind.COMMA, Kind.AND);
        while (ahead()) {
            days = days.and(list());
            after = words.place();
            words.skip(Kind.COMMA, Kind.AND);
        }
        words.goBackTo(after);
        return ofSomeWeeks(days, from);
    }

    /** One day, or days that go together. */
    Days list() {
        var from = words.place();
        words.skip(BEFORE);
        if (words.at(Kind.ORDINAL)) {
            return ofMonth();
        }
        if (words.accept(Kind.PUBLIC_HOLIDAYS)) {
            return new Days(new TreeSet<>(), true, 1);
        }
        if (!words.at(NAMES)) {
            throw words.misplaced();
        }
        var first = words.take();
        if (first.kind() == Kind.DAYS) {
            return days(Weekday.ALL.stream()
                    .filter(day -> (first.value() >> (day.day().getValue() - 1) & 1) == 1)
                    .toList());
        }
        if (words.at(Kind.SLASH) && words.thenAt(1, Kind.DAY)) {
            words.take();
            words.take();
            throw words.misread(from, Reason.UNCLEAR_DAY);
        }
        return isRangeAhead() ? range(first, from) : days(List.of(weekday(first.value())));
    }

    /** « le lundi des semaines paires » */
    private Days ofSomeWeeks(Days days, int from) {
        var after = words.place();
        words.skip(Kind.ARTICLE, Kind.FROM_DAY, Kind.FROM);
        if (!words.at(Kind.WEEKS)) {
            words.goBackTo(after);
            return days;
        }
        var weeks = words.take();
        if (days.lists() > 1 || !days.areOfEveryWeek()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        return days.in(weeks(weeks));
    }

    static Recurrence weeks(WrittenWord weeks) {
        return weeks.value() == 1 ? Recurrence.ODD_WEEKS : Recurrence.EVEN_WEEKS;
    }

    private boolean isRangeAhead() {
        return words.ahead(() -> {
            var to = words.accept(Kind.DASH, Kind.TO_DAY, Kind.TO);
            words.skip(Kind.ARTICLE);
            return to && words.at(Kind.DAY);
        });
    }

    private Days range(WrittenWord first, int from) {
        words.take();
        words.skip(Kind.ARTICLE);
        var last = words.take();
        var length = Math.floorMod(last.value() - first.value(), WEEK);
        if (length == 0 || isRangeAhead()) {
            throw words.misread(from, Reason.UNCLEAR_DAY);
        }
        var range = new ArrayList<Weekday>();
        for (var day = 0; day <= length; day++) {
            range.add(weekday((first.value() - 1 + day) % WEEK + 1));
        }
        return days(range);
    }

    private Days ofMonth() {
        var from = words.place();
        var places = new ArrayList<Integer>();
        while (words.at(Kind.ORDINAL)) {
            places.add(words.take().value());
            words.skip(Kind.COMMA, Kind.AND, Kind.ARTICLE);
        }
        if (!words.at(Kind.DAY)) {
            throw words.misread(from, Reason.DAYS_MISSING);
        }
        var day = words.take();
        var recurrence = Recurrence.ofMonth(places);
        if (!recurrence.isClear()) {
            throw words.misread(from, Reason.NO_SUCH_DATE);
        }
        // « le 1er samedi et dimanche »: each Sunday, or the first?
        if (!words.accept(Kind.OF_MONTH) && isPlainDayNext()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        return days(List.of(new Weekday(recurrence, DayOfWeek.of(day.value()))));
    }

    private boolean isPlainDayNext() {
        return words.ahead(() -> words.skip(Kind.COMMA, Kind.AND) && ahead() && !isOrdinalNext());
    }

    private boolean isOrdinalNext() {
        return words.ahead(() -> {
            words.skip(BEFORE);
            return words.at(Kind.ORDINAL);
        });
    }

    private static Days days(List<Weekday> weekdays) {
        return new Days(new TreeSet<>(weekdays), false, 1);
    }

    private static Weekday weekday(int value) {
        return Weekday.of(DayOfWeek.of(value));
    }
}
