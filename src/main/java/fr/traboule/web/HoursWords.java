package fr.traboule.web;

import fr.traboule.calendar.DatePeriod;
import fr.traboule.calendar.DatePoint;
import fr.traboule.calendar.Recurrence;
import fr.traboule.calendar.Season;
import fr.traboule.calendar.Shift;
import fr.traboule.calendar.SpokenHours;
import fr.traboule.calendar.SpokenHours.Sentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells opening hours in words: « Du lundi au vendredi, de 8 h 45 à 16 h 45. Fermé les jours fériés. » */
public record HoursWords(Wording wording) {

    /** Two days that follow one another are named; more are a range. */
    private static final int SHORTEST_RANGE = 3;

    public List<String> sentences(SpokenHours hours) {
        return hours.sentences().stream().map(this::sentence).toList();
    }

    private String sentence(Sentence sentence) {
        var words = sentence.isClosed() ? closed(sentence) : joined(season(sentence), open(sentence));
        return wording.text(
                "web.hours.sentence",
                words.substring(0, 1).toUpperCase(wording.language().locale()) + words.substring(1));
    }

    private String open(Sentence sentence) {
        var days = commented(isOnPublicHolidays(sentence) ? publicHolidays() : days(sentence), sentence.comment());
        if (sentence.isWithoutHours()) {
            return days;
        }
        var hours = wording.list(sentence.hours().stream().map(this::span).toList());
        return joined(days, sentence.only() ? wording.text("web.hours.only", hours) : hours);
    }

    private String closed(Sentence sentence) {
        var season = season(sentence);
        var closed = commented(wording.text("web.hours.closed"), sentence.comment());
        if (isOnPublicHolidays(sentence)) {
            return wording.text("web.hours.closed.season", closed, publicHolidays());
        }
        if (!sentence.isOfEveryDay()) {
            return joined(season, wording.text("web.hours.closed.days", closed, days(sentence)));
        }
        return season == null
                ? wording.text("web.hours.closed.always", closed)
                : wording.text("web.hours.closed.season", closed, season);
    }

    private static boolean isOnPublicHolidays(Sentence sentence) {
        return sentence.season() instanceof Season.OnPublicHolidays;
    }

    private String publicHolidays() {
        return wording.text("web.hours.season.public");
    }

    /** What stands before the days. */
    private @Nullable String season(Sentence sentence) {
        return switch (sentence.season()) {
            case Season.InSchoolHolidays holidays -> wording.text("web.hours.season.school");
            case Season.OnDates dates ->
                wording.list(dates.periods().stream().map(this::period).toList());
            case Season.OnPublicHolidays holidays -> null;
            case Season.AllYear year ->
                switch (sentence.recurrence().weeks()) {
                    case ODD -> wording.text("web.hours.weeks.odd");
                    case EVEN -> wording.text("web.hours.weeks.even");
                    case EVERY, OF_MONTH -> null;
                };
        };
    }

    private String period(DatePeriod period) {
        var from = period.from();
        var to = period.to();
        if (period.isOfWholeMonths()) {
            return from.equals(to)
                    ? wording.text("web.hours.month.one", wording.month(from.month()))
                    : months(from, to);
        }
        return period.isOneDay()
                ? wording.text("web.hours.date.one", date(from, true))
                : wording.text("web.hours.date.range", date(from, true), date(to, false));
    }

    private String months(DatePoint from, DatePoint to) {
        return from.month().plus(1) == to.month()
                ? wording.list(List.of(
                        wording.text("web.hours.month.one", wording.month(from.month())),
                        wording.text("web.hours.month.one", wording.month(to.month()))))
                : wording.text(
                        "web.hours.month.range",
                        from.month().getValue(),
                        wording.month(from.month()),
                        wording.month(to.month()));
    }

    private String date(DatePoint point, boolean first) {
        var year = point.year();
        if (year == null) {
            return wording.dayAndMonth(MonthDay.of(point.month(), point.day() == null ? 1 : point.day()));
        }
        var month = LocalDate.of(year, point.month(), 1);
        var lastOfMonth = first ? 1 : month.lengthOfMonth();
        return wording.date(month.withDayOfMonth(point.day() == null ? lastOfMonth : point.day()));
    }

    private String days(Sentence sentence) {
        if (sentence.recurrence().weeks() == Recurrence.Weeks.OF_MONTH) {
            var places = wording.list(
                    sentence.recurrence().places().stream().map(this::place).toList());
            return wording.list(sentence.days().stream()
                    .map(day -> wording.text("web.hours.day.ofMonth", places, wording.weekday(day)))
                    .toList());
        }
        return sentence.days().size() == DayOfWeek.values().length
                ? wording.text("web.hours.day.all")
                : wording.list(runs(sentence.days()).stream()
                        .flatMap(run -> run(run).stream())
                        .toList());
    }

    private String place(int place) {
        return place == Recurrence.LAST
                ? wording.text("web.hours.place.last")
                : wording.text("web.hours.place." + place);
    }

    private static List<List<DayOfWeek>> runs(List<DayOfWeek> days) {
        var runs = new ArrayList<List<DayOfWeek>>();
        for (var day : days) {
            if (!runs.isEmpty() && runs.getLast().getLast().plus(1) == day) {
                runs.getLast().add(day);
            } else {
                runs.add(new ArrayList<>(List.of(day)));
            }
        }
        return runs;
    }

    private List<String> run(List<DayOfWeek> run) {
        return run.size() < SHORTEST_RANGE
                ? run.stream()
                        .map(day -> wording.text("web.hours.day.one", wording.weekday(day)))
                        .toList()
                : List.of(wording.text(
                        "web.hours.day.range", wording.weekday(run.getFirst()), wording.weekday(run.getLast())));
    }

    private String span(Shift shift) {
        if (shift.isWholeDay()) {
            return wording.text("web.hours.wholeDay");
        }
        var midnight = shift.ends().toSecondOfDay() == 0;
        return wording.text(
                "web.hours.span",
                wording.time(shift.begins()),
                midnight ? wording.text("web.hours.midnight") : wording.time(shift.ends()));
    }

    private String commented(String words, @Nullable String comment) {
        return comment == null ? words : wording.text("web.hours.commented", words, comment);
    }

    private String joined(@Nullable String before, String after) {
        return before == null ? after : wording.text("web.hours.joined", before, after);
    }
}
