package fr.traboule.calendar;

import fr.traboule.calendar.Timetable.Planned;
import fr.traboule.calendar.WrittenHours.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What would make two people take the same timetable for different hours. Such a one is neither written nor told. */
record TimetableDoubts(Timetable timetable) {

    /** @param season where the doubt lies */
    record Doubt(Reason reason, Season season) {}

    Optional<Doubt> first() {
        var planned = timetable.planned();
        return Stream.of(
                        planned.stream().filter(this::leavesDaysOut).map(doubt(Reason.DAYS_LEFT_OUT)),
                        planned.stream()
                                .filter(other -> isRivalled(other, planned))
                                .map(doubt(Reason.UNCLEAR_SCOPE)),
                        planned.stream().filter(this::hasRivalWeeks).map(doubt(Reason.UNCLEAR_SCOPE)),
                        planned.stream()
                                .filter(other -> hasNightsBesideOthers(planned))
                                .map(doubt(Reason.TOO_COMPLEX)))
                .flatMap(doubts -> doubts)
                .findFirst();
    }

    private static Function<Planned, Doubt> doubt(Reason reason) {
        return planned -> new Doubt(reason, planned.season());
    }

    /** Hours are said for some days of the season; whether the others stay as they are, nobody can tell. */
    private boolean leavesDaysOut(Planned planned) {
        return isPeriod(planned)
                && planned.week().isOpenSometimes()
                && !planned.week().saidDays().containsAll(timetable.openWithout(planned.season()));
    }

    private boolean isRivalled(Planned one, List<Planned> all) {
        return switch (one.season()) {
            case Season.AllYear year -> false;
            case Season.InSchoolHolidays holidays ->
                all.stream().anyMatch(other -> isOpenDates(other) || isOpenPublicHolidays(other) && closes(one));
            case Season.OnPublicHolidays holidays ->
                all.stream().anyMatch(other -> isOpenDates(other) && ((Season.OnDates) other.season()).hasSingleDays());
            case Season.OnDates dates ->
                isOpenDates(one)
                        && all.stream()
                                .filter(other -> other != one && isOpenDates(other))
                                .anyMatch(other -> ((Season.OnDates) other.season()).overlaps(dates));
        };
    }

    /** Weeks are told apart in the ordinary week only, and not twice for one day. */
    private boolean hasRivalWeeks(Planned planned) {
        var some = planned.week().weekdays().filter(day -> !day.isOfEveryWeek()).toList();
        return !some.isEmpty() && !(planned.season() instanceof Season.AllYear)
                || some.stream()
                        .anyMatch(one -> some.stream()
                                .anyMatch(other -> !other.equals(one)
                                        && other.day() == one.day()
                                        && other.recurrence().overlaps(one.recurrence())));
    }

    /** Another season's day would cut the night before it. */
    private static boolean hasNightsBesideOthers(List<Planned> all) {
        var nights = all.stream().anyMatch(planned -> planned.week().any(DayPlan::hasNights));
        return nights
                && all.stream().anyMatch(planned -> switch (planned.season()) {
                    case Season.AllYear year ->
                        planned.week().weekdays().anyMatch(day -> !day.isOfEveryWeek())
                                || planned.week().any(plan -> plan.note() != null);
                    case Season.OnPublicHolidays holidays -> planned.week().isOpenSometimes();
                    case Season.InSchoolHolidays holidays -> true;
                    case Season.OnDates dates -> true;
                });
    }

    private static boolean isPeriod(Planned planned) {
        return planned.season() instanceof Season.InSchoolHolidays || planned.season() instanceof Season.OnDates;
    }

    private static boolean isOpenDates(Planned planned) {
        return planned.season() instanceof Season.OnDates && planned.week().isOpenSometimes();
    }

    private static boolean isOpenPublicHolidays(Planned planned) {
        return planned.season() instanceof Season.OnPublicHolidays
                && planned.week().isOpenSometimes();
    }

    private static boolean closes(Planned planned) {
        return planned.week().any(plan -> !plan.isOpen());
    }
}
