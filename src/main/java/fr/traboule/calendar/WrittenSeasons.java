package fr.traboule.calendar;

import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenWord.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what says when in the year: {@code pendant les vacances scolaires}, {@code du 1er juillet au 31 août}. */
final class WrittenSeasons {

    private static final Kind[] BEFORE = {Kind.ARTICLE, Kind.FROM_DAY, Kind.FROM, Kind.DURING};

    private final WordCursor words;
    private final WrittenDates dates;

    /**
     * When the words that follow hold.
     *
     * @param weeks in which of them, if not in all
     * @param outside the season they leave out
     * @param rest they are about what no other season is about
     */
    record When(Season season, Recurrence weeks, @Nullable Season outside, boolean rest) {

        static final When ALWAYS = in(Season.ALL_YEAR);

        static When in(Season season) {
            return new When(season, Recurrence.EVERY_WEEK, null, false);
        }

        static When outside(Season season) {
            return new When(Season.ALL_YEAR, Recurrence.EVERY_WEEK, season, false);
        }
    }

    WrittenSeasons(WordCursor words) {
        this.words = words;
        this.dates = new WrittenDates(words);
    }

    boolean ahead() {
        return words.ahead(() -> {
                    words.skip(BEFORE);
                    return words.at(Kind.SCHOOL_TIME, Kind.REST_OF_YEAR, Kind.WEEKS);
                })
                || isOutsideAhead()
                || isSeasonAhead();
    }

    When read() {
        if (isOutsideAhead()) {
            words.accept(Kind.OUTSIDE);
            return When.outside(season());
        }
        if (isSeasonAhead()) {
            return When.in(season());
        }
        words.skip(BEFORE);
        var word = words.take();
        return switch (word.kind()) {
            case SCHOOL_TIME -> When.outside(Season.IN_SCHOOL_HOLIDAYS);
            case REST_OF_YEAR -> new When(Season.ALL_YEAR, Recurrence.EVERY_WEEK, null, true);
            case WEEKS -> new When(Season.ALL_YEAR, WrittenDays.weeks(word), null, false);
            default -> throw new Misread(words.text(word), Reason.MISPLACED);
        };
    }

    boolean isOutsideAhead() {
        return words.ahead(() -> words.accept(Kind.OUTSIDE) && isSeasonAhead());
    }

    /** School holidays or dates. */
    boolean isSeasonAhead() {
        return dates.ahead()
                || words.ahead(() -> {
                    words.skip(BEFORE);
                    return words.at(Kind.SCHOOL_HOLIDAYS);
                });
    }

    Season season() {
        if (!dates.ahead()) {
            words.skip(BEFORE);
            words.take();
            return Season.IN_SCHOOL_HOLIDAYS;
        }
        var from = words.place();
        var periods = new ArrayList<DatePeriod>(dates.read());
        var after = words.place();
        while (words.skip(Kind.COMMA, Kind.AND) && dates.ahead()) {
            periods.addAll(dates.read());
            after = words.place();
        }
        words.goBackTo(after);
        return clear(periods, from);
    }

    private Season clear(List<DatePeriod> periods, int from) {
        var season = new Season.OnDates(periods);
        if (!periods.stream().allMatch(DatePeriod::exists)) {
            throw words.misread(from, Reason.NO_SUCH_DATE);
        }
        if (!periods.stream().allMatch(DatePeriod::isClear)) {
            throw words.misread(from, Reason.ENDS_BEFORE_START);
        }
        if (!season.isClear()) {
            throw words.misread(from, Reason.UNCLEAR_SCOPE);
        }
        return season;
    }
}
