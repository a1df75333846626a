package fr.traboule.calendar;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TokenMgrError;
import java.io.StringReader;
import java.util.List;

/**
 * Opening hours as OpenStreetMap writes them ({@code opening_hours}, specification 0.7.2), read strictly: two digits or
 * one for the hour, always minutes, English abbreviations. (A lenient reader takes the French « Di » for the German
 * Tuesday.) {@code 22:00-02:00} is accepted for {@code 22:00-26:00}.
 *
 * <p>Where readers differ: {@code ;} replaces the whole day even when its rule names no day. What would have begun on a
 * day that is replaced or {@code off} does not come back after midnight: with {@code 22:00-02:00; PH off} the place is
 * closed at 01:00 on 2 May. {@code ||} fills what is closed, be it closed on purpose.
 *
 * <p>What is read but not computed gives {@link OpenState#UNKNOWN}, never a false « open ». For the days of the rule:
 * times that follow the sun ({@code sunrise}, {@code dusk}…), points in time ({@code Mo 10:00}), repeated times
 * ({@code 10:00-16:00/90}). For every day, because the days of the rule are not certain: {@code SH +1 day}; date ranges
 * with a step ({@code Jan-Mar/2}), with a year at their end only, without end and without year ({@code Mar 05+}), or
 * whose second day comes before the first ({@code Dec 24-02}); days, weeks and years that cannot be ({@code Apr 31},
 * {@code week 54}, {@code 2027-2026}).
 */
public sealed interface OpeningHours {

    int LONGEST = 1_000;

    static OpeningHours parse(String text) {
        if (text.length() > LONGEST) {
            return new Refused(Refusal.TOO_LONG, LONGEST);
        }
        try {
            return read(text, new OpeningHoursParser(new StringReader(text)).rules(true, false));
        } catch (OpeningHoursParseException refused) {
            return new Refused(Refusal.SYNTAX, position(refused));
        } catch (TokenMgrError unreadable) {
            return new Refused(Refusal.SYNTAX, 0);
        }
    }

    private static OpeningHours read(String text, List<Rule> rules) {
        // A stray separator leaves an empty rule; read as a rule, it would say « always open ».
        var meant = rules.stream().filter(rule -> !rule.isEmpty()).toList();
        return meant.isEmpty() ? new Refused(Refusal.EMPTY, 0) : new Parsed(text, meant);
    }

    private static int position(OpeningHoursParseException refused) {
        return refused.getExceptions().stream()
                .mapToInt(OpeningHoursParseException::getColumn)
                .filter(column -> column > 0)
                .findFirst()
                .orElse(0);
    }

    /** Hours that {@link OpeningTimes} can evaluate. Immutable. */
    final class Parsed implements OpeningHours {

        private final String text;
        private final List<Rule> written;
        private final List<OpeningRule> rules;

        private Parsed(String text, List<Rule> written) {
            this.text = text;
            this.written = written;
            this.rules = written.stream().map(RuleReader::read).toList();
        }

        /** As it was given to {@link OpeningHours#parse}. */
        public String text() {
            return text;
        }

        List<OpeningRule> rules() {
            return rules;
        }

        /** As the parser gave them. */
        List<Rule> written() {
            return written;
        }
    }

    /** @param position column, from 1, of the last word understood before the trouble; 0 when unknown */
    record Refused(Refusal refusal, int position) implements OpeningHours {}

    enum Refusal {
        EMPTY,
        TOO_LONG,
        SYNTAX
    }
}
