package fr.traboule.calendar;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is planned on each weekday of a season. A day of some weeks goes before the same day of every week. */
final class WeekPlan {

    private final SortedMap<Weekday, DayPlan> days = new TreeMap<>();

    /** Days of the same weeks on which the same is planned. */
    record Group(Recurrence recurrence, List<DayOfWeek> days, DayPlan plan) {}

    Optional<DayPlan> on(Weekday day) {
        return Optional.ofNullable(days.get(day));
    }

    void put(Weekday day, DayPlan plan) {
        days.put(day, plan);
    }

    Stream<Weekday> weekdays() {
        return days.keySet().stream();
    }

    boolean isOpenSometimes() {
        return any(DayPlan::isOpen);
    }

    boolean any(Predicate<DayPlan> test) {
        return days.values().stream().anyMatch(test);
    }

    /** The weekdays on which it may be open, be it in some weeks only. */
    Set<DayOfWeek> openDays() {
        return days.keySet().stream()
                .filter(day -> on(day).filter(DayPlan::isOpen).isPresent())
                .map(Weekday::day)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    /** The weekdays of which something is said that holds every week. */
    Set<DayOfWeek> saidDays() {
        return days.keySet().stream()
                .filter(Weekday::isOfEveryWeek)
                .map(Weekday::day)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    boolean isSaidOnlyOfSomeWeeks(DayOfWeek day) {
        return weekdays().anyMatch(said -> said.day() == day && !said.isOfEveryWeek());
    }

    /** Every week first, in the order of their first days. */
    List<Group> groups() {
        var groups = new LinkedHashMap<List<Object>, Group>();
        days.forEach((weekday, plan) -> groups.merge(
                List.of(weekday.recurrence(), plan),
                new Group(weekday.recurrence(), List.of(weekday.day()), plan),
                (one, other) -> new Group(
                        one.recurrence(),
                        Stream.concat(one.days().stream(), other.days().stream())
                                .toList(),
                        plan)));
        return List.copyOf(groups.values());
    }
}
