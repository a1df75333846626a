package fr.traboule.calendar;

import fr.traboule.calendar.DayCanvas.Ink;
import fr.traboule.calendar.OpeningRule.Joint;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws days from the rules, one after the other as they are written. What began the day before and goes on after
 * midnight is drawn with the rule it comes from: a later rule that replaces the day cuts it at midnight.
 */
record DayPainter(List<OpeningRule> rules, CityCalendar calendar, List<Closure> closures) {

    DayCanvas paint(LocalDate date) {
        var canvas = AssumedHolidays.around(date, calendar).stream()
                .map(holidays -> paint(date, holidays))
                .reduce(DayCanvas::or)
                .orElseThrow();
        for (var closure : closures) {
            canvas.cover(
                    minute(closure.from(), date),
                    minute(closure.to(), date),
                    new Ink(OpenState.CLOSED, closure.reason(), false));
        }
        return canvas;
    }

    private DayCanvas paint(LocalDate date, AssumedHolidays holidays) {
        var canvas = new DayCanvas();
        var goingOn = begunOn(date.minusDays(1), holidays);
        for (var rule : rules) {
            var today = rule.days().matches(date, holidays);
            if (today && rule.replacesDay()) {
                canvas.clear();
            }
            if (goingOn.contains(rule)) {
                draw(rule, canvas, true);
            }
            if (today) {
                draw(rule, canvas, false);
            }
        }
        return canvas;
    }

    /** The rules whose hours really began that day. */
    private List<OpeningRule> begunOn(LocalDate date, AssumedHolidays holidays) {
        var begun = new ArrayList<OpeningRule>();
        if (closures.stream().anyMatch(closure -> closure.coversWhole(date))) {
            return begun;
        }
        for (var rule : rules) {
            if (rule.days().matches(date, holidays)) {
                if (rule.replacesDay()) {
                    begun.clear();
                }
                begun.add(rule);
            }
        }
        return begun;
    }

    private static void draw(OpeningRule rule, DayCanvas canvas, boolean spilled) {
        var midnight = spilled ? Hours.DAY : 0;
        for (var hours : rule.hours()) {
            var ink = new Ink(hours.state(), rule.comment(), spilled);
            if (rule.joint() == Joint.FALLS_BACK) {
                canvas.fill(hours.from() - midnight, hours.to() - midnight, ink);
            } else {
                canvas.cover(hours.from() - midnight, hours.to() - midnight, ink);
            }
        }
    }

    private static int minute(LocalDateTime time, LocalDate date) {
        var minutes = Duration.between(date.atStartOfDay(), time).toMinutes();
        return (int) Math.clamp(minutes, 0, Hours.DAY);
    }
}
