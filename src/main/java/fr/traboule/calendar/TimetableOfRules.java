package fr.traboule.calendar;

import ch.poole.openinghoursparser.Rule;
import fr.traboule.calendar.OpeningRule.Joint;
import fr.traboule.calendar.RuleTargets.Target;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a timetable of rules, when they are of the kinds it knows and come in the order in which it takes them. */
final class TimetableOfRules {

    private static final int OF_SOME_WEEKS = 1;

    private final List<Known> rules;
    private final Timetable timetable = new Timetable();

    private record Known(Joint joint, List<Target> targets, DayPlan plan) {}

    private TimetableOfRules(List<Known> rules) {
        this.rules = rules;
    }

    static Optional<Timetable> read(List<Rule> written) {
        var rules = new ArrayList<Known>();
        for (var rule : written) {
            var plan = RulePlan.of(rule);
            var targets = RuleTargets.of(rule);
            var joint = RuleReader.joint(rule);
            if (plan.isEmpty() || targets.isEmpty() || joint == Joint.FALLS_BACK) {
                return Optional.empty();
            }
            rules.add(new Known(joint, targets, plan.get()));
        }
        var reading = new TimetableOfRules(rules);
        return reading.comesInOrder() && reading.keepsNights() && reading.puts()
                ? Optional.of(reading.timetable)
                : Optional.empty();
    }

    private boolean puts() {
        return rules.stream()
                .allMatch(rule -> rule.targets().stream().allMatch(target -> put(rule, target.season(), target.day())));
    }

    private boolean put(Known rule, Season season, Weekday day) {
        var week = timetable.in(season);
        var plan = Optional.of(rule.plan());
        if (rule.joint() == Joint.ADDS && rule.plan().isOpen()) {
            plan = added(rule.plan(), season, day);
        }
        plan.ifPresent(known -> week.put(day, known));
        return plan.isPresent();
    }

    private Optional<DayPlan> added(DayPlan plan, Season season, Weekday day) {
        var before = timetable.in(season).on(day);
        if (before.isEmpty() && !day.isOfEveryWeek()) {
            before = timetable.in(season).on(Weekday.of(day.day()));
        }
        if (before.isEmpty() && !(season instanceof Season.AllYear) && timetable.isOpenSometimes()) {
            return Optional.empty();
        }
        return before.isEmpty()
                ? Optional.of(plan)
                : before.filter(known -> known.note() == null)
                        .map(known -> known.plus(plan))
                        .filter(both -> !both.overlapsItself());
    }

    /** A later rule goes before an earlier one in OpenStreetMap; in a timetable, a season before the ordinary week. */
    private boolean comesInOrder() {
        for (var later = 1; later < rules.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                if (!commute(rules.get(earlier), rules.get(later))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean commute(Known earlier, Known later) {
        var bothClose = isPlainlyClosed(earlier) && isPlainlyClosed(later);
        return bothClose
                || earlier.targets().stream()
                        .allMatch(one -> later.targets().stream()
                                .allMatch(other -> rank(one) <= rank(other)
                                        || one.day().day() != other.day().day()));
    }

    private static boolean isPlainlyClosed(Known rule) {
        return !rule.plan().isOpen() && rule.plan().note() == null;
    }

    private int rank(Target target) {
        return switch (target.season()) {
            case Season.AllYear year -> target.day().isOfEveryWeek() ? 0 : OF_SOME_WEEKS;
            case Season.InSchoolHolidays holidays -> 2;
            case Season.OnDates dates -> opens(dates) ? 3 : 5;
            case Season.OnPublicHolidays holidays -> 4;
        };
    }

    private boolean opens(Season season) {
        return rules.stream()
                .anyMatch(rule -> rule.plan().isOpen()
                        && rule.targets().stream()
                                .anyMatch(target -> target.season().equals(season)));
    }

    /** A rule that replaces its day cuts the night before it. */
    private boolean keepsNights() {
        var nights = rules.stream().anyMatch(rule -> rule.plan().hasNights());
        return !nights
                || rules.stream()
                                .skip(1)
                                .allMatch(rule -> rule.plan().isOpen() && rule.joint() == Joint.ADDS
                                        || rule.targets().stream()
                                                .allMatch(target -> target.season() instanceof Season.OnPublicHolidays))
                        && rules.getFirst().plan().isOpen();
    }

    /** Says of each season that has hours of its own what else it is open on, where it is as in the ordinary week. */
    static boolean completes(Timetable timetable) {
        return timetable.planned().stream().allMatch(planned -> {
            var week = planned.week();
            var period =
                    planned.season() instanceof Season.OnDates || planned.season() instanceof Season.InSchoolHolidays;
            return !period
                    || !week.isOpenSometimes()
                    || unsaid(timetable, planned).stream().allMatch(day -> {
                        var ordinary = timetable.in(Season.ALL_YEAR);
                        if (ordinary.isSaidOnlyOfSomeWeeks(day)
                                || timetable.known(Season.IN_SCHOOL_HOLIDAYS).isPresent()
                                        && planned.season() instanceof Season.OnDates) {
                            return false;
                        }
                        ordinary.on(Weekday.of(day)).ifPresent(plan -> week.put(Weekday.of(day), plan));
                        return true;
                    });
        });
    }

    private static Set<DayOfWeek> unsaid(Timetable timetable, Timetable.Planned planned) {
        var said = planned.week().saidDays();
        return timetable.openWithout(planned.season()).stream()
                .filter(day -> !said.contains(day))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }
}
