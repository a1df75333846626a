package fr.traboule.calendar;

import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenWord.Kind;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads dates: {@code du 1er au 15 août}, {@code le 24 et le 31 décembre}, {@code de septembre à juin}. */
final class WrittenDates {

    private static final Kind[] DAYS = {Kind.NUMBER, Kind.ORDINAL};
    private static final Kind[] TO = {Kind.TO_DAY, Kind.TO, Kind.DASH};

    private final WordCursor words;

    WrittenDates(WordCursor words) {
        this.words = words;
    }

    boolean ahead() {
        return words.ahead(() -> {
            var article = false;
            while (words.at(Kind.ARTICLE, Kind.FROM_DAY, Kind.FROM, Kind.DURING)) {
                article |= words.take().kind() == Kind.ARTICLE;
            }
            return words.at(Kind.MONTH, Kind.DATE)
                    || words.accept(DAYS) && (words.at(Kind.MONTH) || isRangeOfDays() || article && isListOfDays());
        });
    }

    private boolean isRangeOfDays() {
        return words.ahead(() -> words.accept(TO) && words.accept(DAYS) && words.at(Kind.MONTH));
    }

    private boolean isListOfDays() {
        return words.ahead(() -> {
            while (words.skip(Kind.COMMA, Kind.AND)) {
                words.skip(Kind.ARTICLE);
                if (!words.accept(DAYS)) {
                    return false;
                }
            }
            return words.at(Kind.MONTH);
        });
    }

    /** One period, or the days of a list that have their month in common. */
    List<DatePeriod> read() {
        var from = words.place();
        words.skip(Kind.ARTICLE, Kind.FROM_DAY, Kind.FROM, Kind.DURING);
        if (words.at(DAYS) && words.thenAt(1, TO)) {
            var first = words.take().value();
            words.take();
            var last = dayAndMonth(from);
            return List.of(new DatePeriod(new DatePoint(last.year(), last.month(), first), last));
        }
        if (words.at(DAYS) && !words.thenAt(1, Kind.MONTH)) {
            return listOfDays(from);
        }
        var first = point(from);
        if (!words.ahead(() -> {
            var to = words.accept(TO);
            words.skip(Kind.ARTICLE);
            return to && (words.at(Kind.MONTH, Kind.DATE) || words.accept(DAYS) && words.at(Kind.MONTH));
        })) {
            return List.of(new DatePeriod(first, first));
        }
        words.take();
        words.skip(Kind.ARTICLE);
        return List.of(period(first, point(from)));
    }

    private List<DatePeriod> listOfDays(int from) {
        var days = new ArrayList<Integer>();
        while (!words.thenAt(1, Kind.MONTH)) {
            days.add(words.take().value());
            words.skip(Kind.COMMA, Kind.AND, Kind.ARTICLE);
        }
        var last = dayAndMonth(from);
        var dates = new ArrayList<DatePeriod>();
        days.forEach(day -> {
            var date = new DatePoint(last.year(), last.month(), day);
            dates.add(new DatePeriod(date, date));
        });
        dates.add(new DatePeriod(last, last));
        return dates;
    }

    private DatePoint point(int from) {
        if (words.at(Kind.DATE)) {
            var date = LocalDate.ofEpochDay(words.take().value());
            return new DatePoint(date.getYear(), date.getMonth(), date.getDayOfMonth());
        }
        return words.at(Kind.MONTH) ? month() : dayAndMonth(from);
    }

    private DatePoint dayAndMonth(int from) {
        if (!words.at(DAYS)) {
            throw words.misplaced();
        }
        var day = words.take().value();
        if (!words.at(Kind.MONTH)) {
            throw words.misread(from, Reason.MISPLACED);
        }
        var month = Month.of(words.take().value());
        return new DatePoint(year(), month, day);
    }

    /** « juillet », and the English « July 1 » unless the number begins hours. */
    private DatePoint month() {
        var month = Month.of(words.take().value());
        var isDay = words.ahead(() -> words.accept(Kind.ORDINAL)
                || words.accept(Kind.NUMBER)
                        && (words.at(Kind.END, Kind.LINE, Kind.STOP, Kind.COLON, Kind.COMMA, Kind.AND, Kind.CLOSED)
                                || words.accept(Kind.DASH, Kind.TO) && words.at(Kind.MONTH)));
        var day = isDay && !words.ahead(() -> words.accept(Kind.ORDINAL) && words.at(Kind.DAY, Kind.AND, Kind.COMMA))
                ? words.take().value()
                : null;
        return new DatePoint(year(), month, day);
    }

    private @Nullable Integer year() {
        return words.at(Kind.YEAR) ? words.take().value() : null;
    }

    /** « du 6 juillet au 29 août 2026 », « du 20 décembre au 4 janvier 2027 » */
    private static DatePeriod period(DatePoint first, DatePoint last) {
        var year = last.year();
        return year == null || first.year() != null
                ? new DatePeriod(first, last)
                : new DatePeriod(first.in(first.month().compareTo(last.month()) > 0 ? year - 1 : year), last);
    }
}
