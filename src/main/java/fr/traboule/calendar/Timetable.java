package fr.traboule.calendar;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hours as people think of them: an ordinary week, and what other seasons put in its place on the days they name. Public
 * holidays go before other seasons, dates on which all is closed before everything.
 */
final class Timetable {

    private final Map<Season, WeekPlan> seasons = new LinkedHashMap<>();

    record Planned(Season season, WeekPlan week) {}

    WeekPlan in(Season season) {
        return seasons.computeIfAbsent(season, none -> new WeekPlan());
    }

    Optional<WeekPlan> known(Season season) {
        return Optional.ofNullable(seasons.get(season))
                .filter(week -> week.weekdays().findAny().isPresent());
    }

    boolean isOpenSometimes() {
        return planned().stream().anyMatch(planned -> planned.week().isOpenSometimes());
    }

    /** In the order in which each goes before those it follows. */
    List<Planned> planned() {
        return seasons.entrySet().stream()
                .map(season -> new Planned(season.getKey(), season.getValue()))
                .filter(planned -> planned.week().weekdays().findAny().isPresent())
                .sorted(Comparator.comparing(Timetable::rank))
                .toList();
    }

    static int rank(Planned planned) {
        return switch (planned.season()) {
            case Season.AllYear all -> 0;
            case Season.InSchoolHolidays holidays -> 1;
            case Season.OnDates dates -> planned.week().isOpenSometimes() ? 2 : 4;
            case Season.OnPublicHolidays holidays -> 3;
        };
    }

    /** The weekdays on which it may be open where that season says nothing: in the ordinary week, or in school holidays. */
    Set<DayOfWeek> openWithout(Season season) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        known(Season.ALL_YEAR).ifPresent(week -> days.addAll(week.openDays()));
        if (season instanceof Season.OnDates) {
            known(Season.IN_SCHOOL_HOLIDAYS).ifPresent(week -> days.addAll(week.openDays()));
        }
        return days;
    }
}
