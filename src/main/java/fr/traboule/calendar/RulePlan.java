package fr.traboule.calendar;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TimeSpan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a rule plans on its days; empty when words cannot tell it. */
final class RulePlan {

    private RulePlan() {}

    static Optional<DayPlan> of(Rule rule) {
        var comment = RuleReader.comment(rule);
        var state = RuleReader.state(rule);
        if (!Shift.canBeSaid(comment)) {
            return Optional.empty();
        }
        var shifts = shifts(rule.getTimes(), comment);
        if (state == OpenState.CLOSED) {
            return shifts.filter(List.of(Shift.wholeDay(comment))::equals).map(all -> new DayPlan(List.of(), comment));
        }
        var open = state == OpenState.OPEN && (comment == null || Shift.isNote(comment));
        var onCondition = state == OpenState.UNKNOWN && comment != null && !Shift.isNote(comment);
        return shifts.filter(some -> open || onCondition && (!hasWholeDay(some) || Shift.isAppointment(comment)))
                .map(DayPlan::open)
                .filter(plan -> !plan.overlapsItself());
    }

    private static boolean hasWholeDay(List<Shift> shifts) {
        return shifts.stream().anyMatch(Shift::isWholeDay);
    }

    private static Optional<List<Shift>> shifts(@Nullable List<TimeSpan> spans, @Nullable String comment) {
        if (spans == null || spans.isEmpty()) {
            return Optional.of(List.of(Shift.wholeDay(comment)));
        }
        return spans.stream().allMatch(RulePlan::isPlain)
                ? Optional.of(spans.stream()
                        .map(span -> new Shift(span.getStart(), end(span), comment))
                        .toList())
                : Optional.empty();
    }

    private static boolean isPlain(TimeSpan span) {
        return span.getStartEvent() == null
                && span.getEndEvent() == null
                && span.getInterval() == 0
                && !span.isOpenEnded()
                && span.getEnd() != TimeSpan.UNDEFINED_TIME
                && span.getStart() < Hours.DAY
                && (end(span) <= Hours.DAY || Shift.isNight(span.getStart(), end(span) - Hours.DAY));
    }

    private static int end(TimeSpan span) {
        return span.getEnd() > span.getStart() ? span.getEnd() : span.getEnd() + Hours.DAY;
    }
}
