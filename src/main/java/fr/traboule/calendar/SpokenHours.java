package fr.traboule.calendar;

import fr.traboule.calendar.Timetable.Planned;
import fr.traboule.calendar.WeekPlan.Group;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours as sentences that have no words yet: pages give them some. Only hours that sentences can tell without
 * anything left out or left open; what these sentences say, {@link WrittenHours} reads back.
 */
public record SpokenHours(List<Sentence> sentences) {

    /**
     * @param days in the order of the week
     * @param hours none: closed
     * @param comment of all that the sentence says
     * @param only these hours instead of those of every week, and not beside them
     */
    public record Sentence(
            Season season,
            Recurrence recurrence,
            List<DayOfWeek> days,
            List<Shift> hours,
            @Nullable String comment,
            boolean only) {

        public boolean isClosed() {
            return hours.isEmpty();
        }

        public boolean isOfEveryDay() {
            return days.size() == Weekday.ALL.size() && recurrence.isEveryWeek();
        }

        /** Open on condition, at no hours in particular: by appointment. */
        public boolean isWithoutHours() {
            return Shift.isAppointment(comment) && hours.stream().allMatch(Shift::isWholeDay);
        }
    }

    /** Empty for hours that sentences cannot tell faithfully. */
    public static Optional<SpokenHours> of(OpeningHours.Parsed hours) {
        return TimetableOfRules.read(hours.written())
                .filter(TimetableOfRules::completes)
                .filter(SpokenHours::isClear)
                .map(timetable -> new SpokenHours(timetable.planned().stream()
                        .flatMap(planned -> sentences(planned))
                        .toList()));
    }

    private static boolean isClear(Timetable timetable) {
        return timetable.planned().stream().allMatch(SpokenHours::isAllSaid)
                && (timetable.isOpenSometimes() || isClosedForGood(timetable))
                && new TimetableDoubts(timetable).first().isEmpty();
    }

    private static boolean isClosedForGood(Timetable timetable) {
        return timetable.planned().size() == 1
                && timetable.in(Season.ALL_YEAR).groups().size() == 1
                && timetable.in(Season.ALL_YEAR).saidDays().size() == Weekday.ALL.size();
    }

    /** Two conditions of one day of some weeks would each be said to be the only one. */
    private static boolean isAllSaid(Planned planned) {
        return planned.week().groups().stream()
                .allMatch(group -> group.plan().byComment().size() < 2
                        || group.recurrence().isEveryWeek()
                        || !isInstead(planned, group));
    }

    private static Stream<Sentence> sentences(Planned planned) {
        return planned.week().groups().stream()
                .sorted(Comparator.comparing(group -> !group.plan().isOpen()))
                .flatMap(group -> sentences(planned, group));
    }

    private static Stream<Sentence> sentences(Planned planned, Group group) {
        var plan = group.plan();
        if (!plan.isOpen()) {
            return Stream.of(sentence(planned.season(), group, List.of(), plan.note(), false));
        }
        return plan.byComment().stream()
                .map(shifts -> sentence(
                        planned.season(), group, shifts, shifts.getFirst().comment(), isInstead(planned, group)));
    }

    private static Sentence sentence(
            Season season, Group group, List<Shift> hours, @Nullable String comment, boolean only) {
        return new Sentence(season, group.recurrence(), group.days(), List.copyOf(hours), comment, only);
    }

    private static boolean isInstead(Planned planned, Group group) {
        return !group.recurrence().isEveryWeek()
                && group.plan().isOpen()
                && group.days().stream()
                        .flatMap(day -> planned.week().on(Weekday.of(day)).stream())
                        .anyMatch(every -> every.isOpen() && !group.plan().clearlyReplaces(every));
    }
}
