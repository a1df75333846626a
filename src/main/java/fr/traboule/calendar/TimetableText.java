package fr.traboule.calendar;

import fr.traboule.calendar.Timetable.Planned;
import fr.traboule.calendar.WeekPlan.Group;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a timetable the way OpenStreetMap does. */
final class TimetableText {

    private static final int WEEK = 7;

    private TimetableText() {}

    static String of(Timetable timetable) {
        var nights =
                timetable.planned().stream().anyMatch(planned -> planned.week().any(DayPlan::hasNights));
        var text = new StringBuilder();
        for (var planned : timetable.planned()) {
            for (var group : planned.week().groups()) {
                // A rule that replaces its days would cut the night before them.
                var adds = nights && planned.season() instanceof Season.AllYear;
                if (!adds || group.plan().isOpen()) {
                    text.append(text.isEmpty() ? "" : adds ? ", " : "; ").append(rules(planned, group));
                }
            }
        }
        return text.toString().equals("Mo-Su 00:00-24:00") ? "24/7" : text.toString();
    }

    private static String rules(Planned planned, Group group) {
        var days = days(planned.season(), group);
        if (!group.plan().isOpen()) {
            return joined(days, "off", quoted(group.plan().note()));
        }
        return group.plan().byComment().stream()
                .map(shifts ->
                        joined(days, hours(shifts), comment(shifts.getFirst().comment())))
                .collect(Collectors.joining(", "));
    }

    private static String days(Season season, Group group) {
        var every = group.days().size() == WEEK && group.recurrence().isEveryWeek();
        return switch (season) {
            case Season.AllYear year -> weekdays(group);
            case Season.InSchoolHolidays holidays -> every ? "SH" : "SH " + weekdays(group);
            case Season.OnPublicHolidays holidays -> "PH";
            case Season.OnDates dates -> every ? dates(dates) : dates(dates) + " " + weekdays(group);
        };
    }

    private static String weekdays(Group group) {
        var recurrence = group.recurrence();
        return switch (recurrence.weeks()) {
            case EVERY -> ranges(group.days());
            case ODD -> "week 1-53/2 " + ranges(group.days());
            case EVEN -> "week 2-52/2 " + ranges(group.days());
            case OF_MONTH ->
                group.days().stream()
                        .map(day -> name(day)
                                + recurrence.places().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(",", "[", "]")))
                        .collect(Collectors.joining(","));
        };
    }

    /** Three days that follow one another are a range. */
    private static String ranges(List<DayOfWeek> days) {
        var ranges = new ArrayList<List<DayOfWeek>>();
        for (var day : days) {
            if (!ranges.isEmpty() && ranges.getLast().getLast().getValue() + 1 == day.getValue()) {
                ranges.getLast().add(day);
            } else {
                ranges.add(new ArrayList<>(List.of(day)));
            }
        }
        return ranges.stream()
                .map(range -> range.size() < 3
                        ? range.stream().map(TimetableText::name).collect(Collectors.joining(","))
                        : name(range.getFirst()) + "-" + name(range.getLast()))
                .collect(Collectors.joining(","));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 2);
    }

    private static String dates(Season.OnDates dates) {
        return dates.periods().stream()
                .map(period -> period.from().equals(period.to()) && (period.isOneDay() || period.isOfWholeMonths())
                        ? date(period.from(), true)
                        : date(period.from(), true) + "-" + date(period.to(), false))
                .collect(Collectors.joining(","));
    }

    private static String date(DatePoint date, boolean first) {
        var month = date.month().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3);
        if (date.year() == null) {
            return date.day() == null ? month : "%s %02d".formatted(month, date.day());
        }
        // The parser reads no month of one year alone.
        var day = first ? date.first(date.year()) : date.last(date.year());
        return "%d %s %02d".formatted(date.year(), month, day.getDayOfMonth());
    }

    private static String hours(List<Shift> shifts) {
        var first = shifts.getFirst();
        return shifts.size() == 1 && first.isWholeDay() && Shift.isAppointment(first.comment())
                ? ""
                : shifts.stream()
                        .map(shift -> time(shift.from()) + "-"
                                + time(shift.goesOnAfterMidnight() ? shift.to() - Hours.DAY : shift.to()))
                        .collect(Collectors.joining(","));
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static String comment(@Nullable String comment) {
        return Shift.isNote(comment) ? "open " + quoted(comment) : quoted(comment);
    }

    private static String quoted(@Nullable String comment) {
        return comment == null ? "" : "\"" + comment + "\"";
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
