package fr.traboule.calendar;

import fr.traboule.calendar.Clause.LeftOut;
import fr.traboule.calendar.Clause.Pause;
import fr.traboule.calendar.Clause.Planned;
import fr.traboule.calendar.WrittenDays.Days;
import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenSeasons.When;
import fr.traboule.calendar.WrittenWord.Kind;
import org.jspecify.annotations.Nullable;

/** Reads what is closed: {@code fermé le dimanche et en août}, {@code sauf les jours fériés}, {@code fermé de 12h à 14h}. */
final class WrittenClosings {

    private final WordCursor words;
    private final WrittenTimes times;
    private final WrittenDays days;
    private final WrittenSeasons seasons;
    private final ClauseBook book;

    WrittenClosings(WordCursor words, WrittenTimes times, WrittenDays days, WrittenSeasons seasons, ClauseBook book) {
        this.words = words;
        this.times = times;
        this.days = days;
        this.seasons = seasons;
        this.book = book;
    }

    /** What comes after « fermé ». */
    void read(When when, int from) {
        var note = times.ahead() ? null : note();
        words.accept(Kind.COLON);
        if (times.ahead()) {
            pause(from);
        } else if (words.atEndOfSentence()) {
            book.close(when.season(), inWeeks(when, ClauseBook.EVERY_DAY, from), note, words.since(from));
        } else {
            var lists = 0;
            do {
                lists++;
                target(when, note, lists, from);
            } while (goesOn(true, lists, from));
            // « fermé le mardi de 12h à 14h »
            if (times.ahead()) {
                throw words.misread(from, Reason.UNCLEAR_SCOPE);
            }
        }
    }

    private void pause(int from) {
        var last = book.lastOpen()
                .filter(open -> book.openInSentence() == 1 && open.days() != null)
                .orElseThrow(() -> words.misread(from, Reason.UNCLEAR_SCOPE));
        var pauses = times.read(null);
        if (days.ahead() || last.days() == null) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        for (var pause : pauses) {
            book.add(new Pause(last.season(), last.days(), pause, words.since(from)));
        }
    }

    private @Nullable String note() {
        return words.at(Kind.COMMENT) ? words.text(words.take()) : null;
    }

    private void target(When when, @Nullable String noteOfAll, int lists, int from) {
        if (seasons.isSeasonAhead()) {
            only(when, from);
            book.close(seasons.season(), ClauseBook.EVERY_DAY, noteOfAll, words.since(from));
            return;
        }
        if (!days.ahead()) {
            throw words.misplaced();
        }
        var closed = inWeeks(when, days.list(), from);
        var season = when.season();
        if (seasons.isSeasonAhead()) {
            // « fermé le lundi et le mardi en août »: the Monday too?
            if (lists > 1 || closed.publicHolidays()) {
                throw words.misread(from, Reason.UNCLEAR_SCOPE);
            }
            only(when, from);
            season = seasons.season();
        }
        var note = note();
        // « fermé le lundi et le mardi (travaux) »: both?
        if (note != null && (lists > 1 || noteOfAll != null)) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        book.close(season, closed, note == null ? noteOfAll : note, words.since(from));
    }

    /**
     * Goes on to what is closed too; not to days that have hours of their own: « fermé le lundi, mardi 9h-12h ». In « fermé
     * lundi, mardi, mercredi 9h-12h », nobody knows about Tuesday.
     */
    private boolean goesOn(boolean mayEnd, int lists, int begin) {
        var from = words.place();
        var and = words.ahead(() -> {
            words.skip(Kind.COMMA);
            return words.at(Kind.AND);
        });
        if (!words.skip(Kind.COMMA, Kind.AND) || !seasons.isSeasonAhead() && !days.ahead()) {
            words.goBackTo(from);
            return false;
        }
        if (!mayEnd || !hasOwnHours()) {
            return true;
        }
        if (and || lists > 1) {
            throw words.misread(begin, Reason.UNCLEAR_SCOPE);
        }
        words.goBackTo(from);
        return false;
    }

    private boolean hasOwnHours() {
        return words.ahead(() -> {
            if (seasons.isSeasonAhead()) {
                seasons.season();
            } else {
                days.list();
            }
            words.accept(Kind.COMMENT);
            return words.at(Kind.COLON, Kind.CLOSED, Kind.OPEN)
                    || times.ahead()
                    || seasons.isSeasonAhead() && !atList();
        });
    }

    private boolean atList() {
        return words.ahead(() -> {
            seasons.season();
            return words.atEndOfSentence() || words.at(Kind.COMMA, Kind.AND);
        });
    }

    /** « sauf… », « hors… »; gives the days that are left. */
    Days exceptions(When when, Days said, boolean afterHours, int from) {
        var left = said;
        while (isExceptionAhead()) {
            words.accept(Kind.COMMA);
            words.take();
            words.skip(Kind.FROM, Kind.FROM_DAY);
            var lists = 0;
            do {
                lists++;
                left = exception(when, left, afterHours, from);
            } while (goesOn(afterHours, lists, from));
        }
        return left;
    }

    private boolean isExceptionAhead() {
        return words.ahead(() -> {
            words.accept(Kind.COMMA);
            return words.at(Kind.EXCEPT) || words.accept(Kind.OUTSIDE);
        });
    }

    private Days exception(When when, Days said, boolean afterHours, int from) {
        if (seasons.isSeasonAhead()) {
            if (!(when.season() instanceof Season.AllYear) || afterHours && book.openInSentence() > 1) {
                throw words.misread(from, Reason.UNCLEAR_SCOPE);
            }
            book.add(new LeftOut(seasons.season(), said, words.since(from)));
            return said;
        }
        if (!days.ahead()) {
            throw words.misplaced();
        }
        var except = inWeeks(when, days.list(), from);
        if (afterHours && words.at(Kind.COLON)) {
            words.take();
            book.open(
                    when, new Planned(when.season(), except, DayPlan.open(times.read(null)), true, words.since(from)));
            return said;
        }
        // « sauf le mercredi de 9h à 12h »: closed then, or open then only?
        if (afterHours && times.ahead()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        if (afterHours) {
            words.accept(Kind.CLOSED);
        }
        book.close(when.season(), except, null, words.since(from));
        return said.without(except);
    }

    /** Days of the weeks that the sentence is about; public holidays are of all the year. */
    Days inWeeks(When when, Days named, int from) {
        if (named.publicHolidays() && !when.equals(When.ALWAYS)) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        if (when.weeks().isEveryWeek()) {
            return named;
        }
        if (!named.areOfEveryWeek()) {
            throw words.misread(from, Reason.TOO_COMPLEX);
        }
        return named.in(when.weeks());
    }

    /** A season is said once. */
    When only(When when, int from) {
        if (!when.equals(When.ALWAYS)) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        return when;
    }
}
