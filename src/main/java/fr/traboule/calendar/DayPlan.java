package fr.traboule.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is planned on a day: shifts in order, or closed.
 *
 * @param note said of a day that is closed
 */
record DayPlan(List<Shift> shifts, @Nullable String note) {

    static final DayPlan CLOSED = new DayPlan(List.of(), null);

    static DayPlan open(List<Shift> shifts) {
        return new DayPlan(
                shifts.stream().sorted(Comparator.comparing(Shift::from)).toList(), null);
    }

    boolean isOpen() {
        return !shifts.isEmpty();
    }

    boolean hasNights() {
        return shifts.stream().anyMatch(Shift::goesOnAfterMidnight);
    }

    boolean hasComments() {
        return shifts.stream().anyMatch(shift -> shift.comment() != null);
    }

    boolean overlapsItself() {
        return shifts.stream().anyMatch(one -> shifts.stream().anyMatch(other -> other != one && other.overlaps(one)));
    }

    DayPlan plus(DayPlan other) {
        return open(Stream.concat(shifts.stream(), other.shifts.stream()).toList());
    }

    /** Without that pause, if it is one: inside a shift. */
    Optional<DayPlan> without(Shift pause) {
        var left = new ArrayList<Shift>();
        for (var shift : shifts) {
            if (shift.from() < pause.from() && pause.to() < shift.to()) {
                left.add(new Shift(shift.from(), pause.from(), shift.comment()));
                left.add(new Shift(pause.to(), shift.to(), shift.comment()));
            } else if (shift.overlaps(pause)) {
                return Optional.empty();
            } else {
                left.add(shift);
            }
        }
        return left.size() > shifts.size() ? Optional.of(open(left)) : Optional.empty();
    }

    /** Said beside the other, there is one way only to take it: it narrows or widens the hours, it does not add some. */
    boolean clearlyReplaces(DayPlan other) {
        return !hasComments() && !other.hasComments() && (isWithin(other) || other.isWithin(this));
    }

    /** In the order they come, the shifts that have the same comment. */
    List<List<Shift>> byComment() {
        var groups = new ArrayList<List<Shift>>();
        for (var shift : shifts) {
            var same = groups.stream()
                    .filter(group -> Objects.equals(group.getFirst().comment(), shift.comment()))
                    .findFirst();
            same.ifPresentOrElse(group -> group.add(shift), () -> groups.add(new ArrayList<>(List.of(shift))));
        }
        return groups;
    }

    private boolean isWithin(DayPlan other) {
        return shifts.stream().allMatch(shift -> other.shifts.stream().anyMatch(shift::isWithin));
    }
}
