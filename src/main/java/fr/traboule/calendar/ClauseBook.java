package fr.traboule.calendar;

import fr.traboule.calendar.Clause.LeftOut;
import fr.traboule.calendar.Clause.Planned;
import fr.traboule.calendar.Clause.RestOfYear;
import fr.traboule.calendar.WrittenDays.Days;
import fr.traboule.calendar.WrittenSeasons.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What typed hours have said so far. */
final class ClauseBook {

    static final Days EVERY_DAY = new Days(new TreeSet<>(Weekday.ALL), false, 1);

    private final List<Clause> clauses = new ArrayList<>();
    private @Nullable Planned lastOpen;
    private int openInSentence;
    private int sentence;

    List<Clause> clauses() {
        return clauses;
    }

    Optional<Planned> lastOpen() {
        return Optional.ofNullable(lastOpen);
    }

    int openInSentence() {
        return openInSentence;
    }

    void beginSentence() {
        openInSentence = 0;
        sentence = clauses.size();
    }

    boolean isAtBeginOfSentence() {
        return clauses.size() == sentence;
    }

    /** Hours that come without a day are not about one named before. */
    void beginHeading() {
        lastOpen = null;
    }

    void open(When when, Planned clause) {
        clauses.add(clause);
        lastOpen = clause;
        openInSentence++;
        var days = clause.days() == null ? EVERY_DAY : clause.days();
        if (when.outside() != null) {
            clauses.add(new LeftOut(when.outside(), days, clause.part()));
        }
        if (when.rest()) {
            clauses.add(new RestOfYear(days, clause.part()));
        }
    }

    /** Hours that come without a day after it are not about one named before. */
    void close(Season season, Days days, @Nullable String note, String part) {
        lastOpen = null;
        clauses.add(new Planned(season, days, new DayPlan(List.of(), note), false, part));
    }

    void add(Clause clause) {
        clauses.add(clause);
    }
}
