package fr.traboule.calendar;

import fr.traboule.calendar.Clause.LeftOut;
import fr.traboule.calendar.Clause.Pause;
import fr.traboule.calendar.Clause.Planned;
import fr.traboule.calendar.Clause.RestOfYear;
import fr.traboule.calendar.WrittenDays.Days;
import fr.traboule.calendar.WrittenHours.Reason;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts together what typed hours say, and refuses what they say in two ways. */
final class TimetableOfClauses {

    private final Timetable timetable = new Timetable();
    private final Map<Place, Said> said = new HashMap<>();
    private final List<Clause> clauses;

    private record Place(Season season, Weekday day) {}

    /** @param together the days it was said of */
    private record Said(Set<Weekday> together, boolean only, String part) {}

    private TimetableOfClauses(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** In the syntax of OpenStreetMap. */
    static String of(List<Clause> clauses) {
        var timetable = new TimetableOfClauses(clauses).build();
        var text = TimetableText.of(timetable);
        return text.equals("Mo-Su off") ? "off" : text;
    }

    private Timetable build() {
        of(Planned.class).filter(clause -> clause.days() != null).forEach(this::plan);
        of(Planned.class).filter(clause -> clause.days() == null).forEach(this::planOrdinaryDays);
        of(Pause.class).forEach(this::pause);
        of(LeftOut.class).forEach(this::leaveOut);
        of(RestOfYear.class).forEach(this::leaveOutOfSeasons);
        refuseAdditions();
        if (!timetable.isOpenSometimes() && clauses.size() > 1 || isOnlyClosedSometimes()) {
            throw new Misread("", Reason.HOURS_MISSING);
        }
        simplify();
        new TimetableDoubts(timetable).first().ifPresent(doubt -> {
            throw new Misread(partOf(doubt.season()), doubt.reason());
        });
        return timetable;
    }

    private <T extends Clause> Stream<T> of(Class<T> kind) {
        return clauses.stream().filter(kind::isInstance).map(kind::cast);
    }

    private boolean isOnlyClosedSometimes() {
        return !timetable.isOpenSometimes()
                && timetable
                        .known(Season.ALL_YEAR)
                        .filter(week -> week.saidDays().size() == Weekday.ALL.size())
                        .isEmpty();
    }

    private void plan(Planned clause) {
        var days = clause.days() == null ? ClauseBook.EVERY_DAY : clause.days();
        days.weekdays().forEach(day -> plan(clause, clause.season(), day, days.weekdays()));
        if (days.publicHolidays()) {
            Weekday.ALL.forEach(day -> plan(clause, Season.ON_PUBLIC_HOLIDAYS, day, new TreeSet<>(Weekday.ALL)));
        }
    }

    /** « pendant les vacances scolaires : 9h-12h » is about the days on which it is open otherwise, or about all; a date is itself. */
    private void planOrdinaryDays(Planned clause) {
        var single = clause.season() instanceof Season.OnDates dates && dates.hasSingleDays();
        if (single && !((Season.OnDates) clause.season()).hasOnlySingleDays()) {
            throw new Misread(clause.part(), Reason.UNCLEAR_SCOPE);
        }
        var open = single
                ? Set.<DayOfWeek>of()
                : timetable.known(Season.ALL_YEAR).map(WeekPlan::openDays).orElse(Set.of());
        var days = new TreeSet<Weekday>();
        open.forEach(day -> days.add(Weekday.of(day)));
        plan(new Planned(
                clause.season(),
                open.isEmpty() ? ClauseBook.EVERY_DAY : new Days(days, false, 1),
                clause.plan(),
                clause.only(),
                clause.part()));
    }

    private void plan(Planned clause, Season season, Weekday day, Set<Weekday> together) {
        var place = new Place(season, day);
        var before = timetable.in(season).on(day).orElse(null);
        var saidBefore = said.get(place);
        if (before == null || saidBefore == null) {
            put(place, clause.plan(), new Said(together, clause.only(), clause.part()));
        } else if (before.equals(clause.plan())) {
            return;
        } else if (saidBefore.together().equals(together)
                && before.isOpen()
                && clause.plan().isOpen()) {
            var both = before.plus(clause.plan());
            if (both.overlapsItself()) {
                throw new Misread(clause.part(), Reason.OVERLAPPING);
            }
            put(place, both, saidBefore);
        } else if (isNarrower(saidBefore.together(), together) && !before.isOpen()) {
            // « fermé le mardi », then « tous les jours »: the exception was said first.
            return;
        } else if (isNarrower(together, saidBefore.together()) && replaces(clause, before)) {
            put(place, clause.plan(), new Said(together, clause.only(), clause.part()));
        } else {
            throw new Misread(clause.part(), Reason.SAID_TWICE);
        }
    }

    private static boolean replaces(Planned clause, DayPlan before) {
        return clause.only()
                || !clause.plan().isOpen()
                || before.isOpen() && clause.plan().clearlyReplaces(before);
    }

    private void put(Place place, DayPlan plan, Said how) {
        timetable.in(place.season()).put(place.day(), plan);
        said.put(place, how);
    }

    private static boolean isNarrower(Set<Weekday> some, Set<Weekday> others) {
        return others.containsAll(some) && !some.equals(others);
    }

    private void pause(Pause clause) {
        for (var day : clause.days().weekdays()) {
            var week = timetable.in(clause.season());
            week.put(
                    day,
                    week.on(day)
                            .flatMap(plan -> plan.without(clause.pause()))
                            .orElseThrow(() -> new Misread(clause.part(), Reason.UNCLEAR_SCOPE)));
        }
    }

    private void leaveOut(LeftOut clause) {
        leaveOut(clause.season(), clause.days(), clause.part());
    }

    private void leaveOut(Season season, Days days, String part) {
        for (var day : days.weekdays()) {
            var place = new Place(season, Weekday.of(day.day()));
            if (timetable.in(season).on(place.day()).isEmpty()) {
                put(place, DayPlan.CLOSED, new Said(days.weekdays(), false, part));
            }
        }
    }

    private void leaveOutOfSeasons(RestOfYear clause) {
        timetable.planned().stream()
                .filter(planned -> planned.season() instanceof Season.OnDates
                        || planned.season() instanceof Season.InSchoolHolidays)
                .forEach(planned -> leaveOut(planned.season(), clause.days(), clause.part()));
    }

    /** « le samedi 9h-12h, le 1er samedi du mois 14h-17h »: as well, or instead? */
    private void refuseAdditions() {
        timetable
                .known(Season.ALL_YEAR)
                .ifPresent(week -> week.weekdays()
                        .filter(day -> !day.isOfEveryWeek())
                        .forEach(day -> {
                            var plan = week.on(day).orElse(DayPlan.CLOSED);
                            var every = week.on(Weekday.of(day.day())).orElse(DayPlan.CLOSED);
                            var how = said.get(new Place(Season.ALL_YEAR, day));
                            if (plan.isOpen()
                                    && every.isOpen()
                                    && how != null
                                    && !how.only()
                                    && !plan.clearlyReplaces(every)) {
                                throw new Misread(how.part(), Reason.UNCLEAR_SCOPE);
                            }
                        }));
    }

    /** A season in which all that is open otherwise is closed is closed. */
    private void simplify() {
        for (var planned : timetable.planned()) {
            var week = planned.week();
            if (!(planned.season() instanceof Season.AllYear)
                    && !week.any(plan -> plan.isOpen() || plan.note() != null)
                    && week.weekdays().allMatch(Weekday::isOfEveryWeek)
                    && week.saidDays().containsAll(timetable.openWithout(planned.season()))) {
                Weekday.ALL.forEach(day -> week.put(day, DayPlan.CLOSED));
            }
        }
    }

    private String partOf(Season season) {
        return of(Planned.class)
                .filter(clause -> clause.season().equals(season)
                        || season.equals(Season.ON_PUBLIC_HOLIDAYS)
                                && clause.days() != null
                                && clause.days().publicHolidays())
                .map(Planned::part)
                .findFirst()
                .orElse("");
    }
}
