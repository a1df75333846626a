package fr.traboule.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public holidays (« jours fériés », code du travail L3133-1) of metropolitan France without Alsace-Moselle, and the
 * working days (« jours ouvrés ») they leave: Monday to Friday. Days are those of the Europe/Paris calendar. Every year
 * is computed, none is listed. Safe to share between threads.
 */
public final class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final String EASTER_MONDAY = "christian.EASTER_MONDAY";
    private static final int WEEKS_FROM_EASTER_TO_WHITSUN = 7;

    private final HolidayManager jollyday =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));
    private final Map<Integer, FrenchYear> years = new ConcurrentHashMap<>();

    private record FrenchYear(LocalDate easter, Set<LocalDate> holidays) {}

    public boolean isHoliday(LocalDate date) {
        return year(date.getYear()).holidays().contains(date);
    }

    public boolean isWorkingDay(LocalDate date) {
        return !WEEKEND.contains(date.getDayOfWeek()) && !isHoliday(date);
    }

    /** That day if it is a working day, else the next one that is. */
    public LocalDate onOrAfter(LocalDate date) {
        var day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The day reached after that many working days, the first counted being the one after {@code from}. */
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("Working days are counted forward, not " + workingDays);
        }
        var day = from;
        for (var counted = 0; counted < workingDays; counted++) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** How many working days there are after {@code from}, up to {@code to} included: what {@link #plus} adds. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** Easter Sunday of the year. */
    LocalDate easter(int year) {
        return year(year).easter();
    }

    private FrenchYear year(int year) {
        return years.computeIfAbsent(year, this::compute);
    }

    private FrenchYear compute(int year) {
        var holidays = jollyday.getHolidays(Year.of(year));
        var easterMonday = holidays.stream()
                .filter(holiday -> holiday.getPropertiesKey().equals(EASTER_MONDAY))
                .map(Holiday::getDate)
                .findFirst()
                .orElseThrow();
        // Jollyday leaves Whit Monday out of 2004-2007: people worked on it for solidarity, but it stayed a holiday.
        var whitMonday = easterMonday.plusWeeks(WEEKS_FROM_EASTER_TO_WHITSUN);
        var days = Stream.concat(holidays.stream().map(Holiday::getDate), Stream.of(whitMonday));
        return new FrenchYear(easterMonday.minusDays(1), days.collect(Collectors.toUnmodifiableSet()));
    }
}
