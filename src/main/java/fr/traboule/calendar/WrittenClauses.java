package fr.traboule.calendar;

import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenSeasons.When;
import fr.traboule.calendar.WrittenWord.Kind;
import java.util.List;

/**
 * The grammar of typed hours. Sentences end with a line, a semicolon or a full stop; each says when in the year, then days
 * and their hours, or what is closed. A part of the year on a line of its own is a heading: it holds until the next.
 */
final class WrittenClauses {

    private final WordCursor words;
    private final WrittenTimes times;
    private final WrittenDays days;
    private final WrittenSeasons seasons;
    private final WrittenOpenings openings;
    private final WrittenClosings closings;
    private final ClauseBook book = new ClauseBook();

    private When heading = When.ALWAYS;
    /** Hours of a season were said in a sentence: one cannot tell whether the next is still about it. */
    private boolean seasonWasSaid;

    WrittenClauses(WordCursor words) {
        this.words = words;
        this.times = new WrittenTimes(words);
        this.days = new WrittenDays(words);
        this.seasons = new WrittenSeasons(words);
        this.closings = new WrittenClosings(words, times, days, seasons, book);
        this.openings = new WrittenOpenings(words, times, days, seasons, closings, book);
    }

    List<Clause> read() {
        while (skipToSentence()) {
            book.beginSentence();
            sentence();
        }
        if (book.clauses().isEmpty()) {
            throw words.misread(0, Reason.HOURS_MISSING);
        }
        return book.clauses();
    }

    private boolean skipToSentence() {
        words.skip(Kind.LINE, Kind.STOP, Kind.COMMA);
        words.skip(Kind.DASH);
        return !words.at(Kind.END);
    }

    private void sentence() {
        var when = heading;
        var ownSeason = false;
        var ended = false;
        while (!words.atEndOfSentence()) {
            var from = words.place();
            words.skip(Kind.COMMA, Kind.AND, Kind.SLASH);
            skipOpen();
            if (seasons.ahead()) {
                when = seasons.read();
                ownSeason = true;
                ended = false;
                words.skip(Kind.COLON, Kind.COMMA);
                if (words.atEndOfSentence()) {
                    heading(when, from);
                    return;
                }
                skipOpen();
            } else if (words.atEndOfSentence()) {
                return;
            }
            if (ended) {
                throw words.misread(from, Reason.UNCLEAR_SCOPE);
            }
            ended = clause(when, ownSeason, from);
        }
        seasonWasSaid |= ownSeason && book.openInSentence() > 0;
    }

    private void skipOpen() {
        if (words.skip(Kind.OPEN)) {
            words.accept(Kind.COLON);
        }
    }

    private void heading(When when, int from) {
        if (book.openInSentence() > 0 || !words.at(Kind.LINE)) {
            throw words.misread(from, Reason.HOURS_MISSING);
        }
        heading = when;
        seasonWasSaid = false;
        book.beginHeading();
    }

    /** Whether it ended with a season, which leaves open what the rest of the sentence is about. */
    private boolean clause(When when, boolean ownSeason, int from) {
        if (words.accept(Kind.CLOSED)) {
            closings.read(when, from);
            return false;
        }
        if (!ownSeason && seasonWasSaid && !isOfPublicHolidays()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        return openings.read(when, from);
    }

    private boolean isOfPublicHolidays() {
        return words.ahead(() -> {
            words.skip(Kind.ARTICLE);
            return words.accept(Kind.PUBLIC_HOLIDAYS) && !words.at(Kind.AND, Kind.DAY);
        });
    }
}
