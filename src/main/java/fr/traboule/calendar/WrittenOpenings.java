package fr.traboule.calendar;

import fr.traboule.calendar.Clause.Planned;
import fr.traboule.calendar.WrittenDays.Days;
import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenSeasons.When;
import fr.traboule.calendar.WrittenWord.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads days and their hours, or hours and their days: {@code le lundi de 9h à 12h}, {@code 9h-12h du lundi au jeudi}. */
final class WrittenOpenings {

    private final WordCursor words;
    private final WrittenTimes times;
    private final WrittenDays days;
    private final WrittenSeasons seasons;
    private final WrittenClosings closings;
    private final ClauseBook book;

    private boolean hoursFirst;

    WrittenOpenings(
            WordCursor words,
            WrittenTimes times,
            WrittenDays days,
            WrittenSeasons seasons,
            WrittenClosings closings,
            ClauseBook book) {
        this.words = words;
        this.times = times;
        this.days = days;
        this.seasons = seasons;
        this.closings = closings;
        this.book = book;
    }

    /** Whether it ended with a season. */
    boolean read(When when, int from) {
        return times.ahead() || words.at(Kind.ONLY) ? hoursThenDays(when, from) : daysThenHours(when, from);
    }

    private boolean hoursThenDays(When when, int from) {
        var only = words.skip(Kind.ONLY);
        var plan = DayPlan.open(times.read(null));
        var after = words.place();
        words.accept(Kind.COMMA);
        if (!days.ahead()) {
            words.goBackTo(after);
            return hoursAlone(when, plan, only, from);
        }
        if (!hoursFirst && book.lastOpen().isPresent()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        hoursFirst = true;
        return open(when, closings.inWeeks(when, days.read(), from), plan, only, from);
    }

    private boolean hoursAlone(When when, DayPlan plan, boolean only, int from) {
        if (!(when.season() instanceof Season.AllYear)) {
            return open(when, null, plan, only, from);
        }
        // « Lundi », and its hours on several lines.
        var before = book.lastOpen()
                .filter(last -> !hoursFirst && book.isAtBeginOfSentence() && last.days() != null)
                .orElseThrow(() -> words.misread(from, Reason.DAYS_MISSING));
        book.open(when, new Planned(before.season(), before.days(), plan, before.only(), words.since(from)));
        return false;
    }

    private boolean daysThenHours(When when, int from) {
        if (!days.ahead()) {
            return appointmentAlone(when, from);
        }
        var named = days.read();
        var left = closings.exceptions(when, closings.inWeeks(when, named, from), false, from);
        var comment = times.ahead() ? null : comment();
        var then = seasons.ahead() ? seasonOfDays(when, named, from) : when;
        skipToHours();
        if (words.accept(Kind.CLOSED) || isDashForNothing()) {
            if (times.ahead()) {
                throw words.misread(from, Reason.UNCLEAR_SCOPE);
            }
            var note = comment();
            book.close(then.season(), left, note == null ? comment : note, words.since(from));
            return false;
        }
        var only = words.skip(Kind.ONLY);
        if (times.ahead()) {
            hoursFirst = false;
            var plan = DayPlan.open(times.read(comment));
            refuseCommentOfWhole(comment == null && plan.hasComments(), from);
            return open(then, left, plan, only, from);
        }
        var condition = comment == null ? comment() : comment;
        if (!Shift.isAppointment(condition)) {
            throw words.misread(from, Reason.HOURS_MISSING);
        }
        return open(then, left, DayPlan.open(List.of(Shift.wholeDay(condition))), only, from);
    }

    /** « mardi 9h-12h, jeudi 14h-18h (sur rendez-vous) »: both, or Thursday? */
    private void refuseCommentOfWhole(boolean atTheEnd, int from) {
        if (atTheEnd
                && book.openInSentence() > 0
                && book.lastOpen().filter(last -> last.plan().hasComments()).isEmpty()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
    }

    private @Nullable String comment() {
        var from = words.place();
        words.accept(Kind.COMMA);
        if (words.at(Kind.COMMENT)) {
            return words.text(words.take());
        }
        words.goBackTo(from);
        return null;
    }

    /** « mardi 14 juillet » is one day of one year, and we do not know which year. */
    private When seasonOfDays(When when, Days named, int from) {
        var season = closings.only(when, from).equals(When.ALWAYS) ? seasons.read() : when;
        var singleDay = season.season() instanceof Season.OnDates dates && dates.hasSingleDays();
        if (singleDay || !season.weeks().isEveryWeek() || named.publicHolidays()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        return season;
    }

    private void skipToHours() {
        words.accept(Kind.COLON);
        words.accept(Kind.COMMA);
        skipBefore(Kind.LINE);
        skipBefore(Kind.DASH);
        words.skip(Kind.OPEN);
    }

    /** A line or a dash between days and their hours. */
    private void skipBefore(Kind kind) {
        if (words.ahead(() -> words.accept(kind) && (words.at(Kind.CLOSED) || times.ahead()))) {
            words.take();
        }
    }

    /** Tables put a dash where there are no hours. */
    private boolean isDashForNothing() {
        return words.at(Kind.DASH) && words.thenAt(1, Kind.LINE, Kind.STOP, Kind.END) && words.accept(Kind.DASH);
    }

    private boolean appointmentAlone(When when, int from) {
        var condition = when.equals(When.ALWAYS) && book.clauses().isEmpty() ? comment() : null;
        if (!Shift.isAppointment(condition) || !words.at(Kind.END)) {
            words.goBackTo(from);
            throw words.misplaced();
        }
        return open(when, ClauseBook.EVERY_DAY, DayPlan.open(List.of(Shift.wholeDay(condition))), false, from);
    }

    private boolean open(When when, @Nullable Days said, DayPlan plan, boolean only, int from) {
        var after = words.place();
        var comma = words.accept(Kind.COMMA);
        var season = isSeasonAtTheEnd(comma);
        if (!season) {
            words.goBackTo(after);
        } else if (!when.equals(When.ALWAYS) || book.openInSentence() > 0 || said == null) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        var then = season ? seasons.read() : when;
        if (season && !words.atEndOfSentence() && !words.at(Kind.COMMA, Kind.AND, Kind.EXCEPT)) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        var days = said == null || !season ? said : closings.inWeeks(then, said, from);
        book.open(then, new Planned(then.season(), days, plan, only, words.since(from)));
        closings.exceptions(then, said == null ? ClauseBook.EVERY_DAY : said, true, from);
        return season;
    }

    /** After a comma it may begin what follows. */
    private boolean isSeasonAtTheEnd(boolean comma) {
        return !seasons.isOutsideAhead()
                && seasons.ahead()
                && (!comma
                        || words.ahead(() -> {
                            seasons.read();
                            return words.atEndOfSentence();
                        }));
    }
}
