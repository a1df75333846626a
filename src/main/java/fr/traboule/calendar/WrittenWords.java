package fr.traboule.calendar;

import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenWord.Kind;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts typed hours into words. Accents, capitals and kinds of spaces and dashes make no difference. */
final class WrittenWords {

    private static final Pattern SPACES = Pattern.compile("[ •·▪*►●◦]+");
    private static final Pattern LINES = Pattern.compile("\\n[\\n ]*(?:o +)?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](20\\d\\d)(?!\\d)");
    private static final Pattern ORDINAL =
            Pattern.compile("(\\d{1,2}) ?(?:ers?|eres?|re|es?|emes?|nde?|rd|th|st)(?![\\p{L}\\p{N}])");
    private static final Pattern ORDINAL_IN_WORDS = Pattern.compile(
            "(?:(premiers?|premieres?|first)|(deuxiemes?|seconds?|secondes?)|(troisiemes?|third)|(quatriemes?|fourth)"
                    + "|(cinquiemes?|fifth)|(derniers?|dernieres?|last))(?![\\p{L}\\p{N}])");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d(?![\\p{L}\\p{N}])");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?![\\p{L}\\p{N}])");
    private static final Pattern UNKNOWN = Pattern.compile("[^ \\n,;:()/–—]+|[^ \\n]");

    private final String text;
    private final String plain;
    private final int end;
    private final List<WrittenWord> words = new ArrayList<>();
    private int position;
    private boolean english;
    private boolean french;

    private WrittenWords(String text, int from, int end) {
        this.text = text;
        this.plain = plain(text);
        this.position = from;
        this.end = end;
    }

    /** @throws Misread at the first word that hours are not made of */
    static List<WrittenWord> of(String text) {
        var reader = new WrittenWords(text, 0, text.length());
        reader.read();
        reader.refuseMarch();
        return reader.words;
    }

    /** In small letters without accents, each in its place. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(sign -> plain.append(plain((char) sign)));
        return plain.toString();
    }

    private static char plain(char sign) {
        return switch (sign) {
            case '’', '‘', 'ʼ', '`', '´' -> '\'';
            case '‑', '‐' -> '-';
            case 'ᵉ' -> 'e';
            case 'ʳ' -> 'r';
            case '\r', '\t', '\u200b', '\ufeff' -> ' ';
            case '\n', '\u2028', '\u2029', '\f', '\u000b', '\u0085' -> '\n';
            default ->
                Character.isSpaceChar(sign)
                        ? ' '
                        : Character.toLowerCase(Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFD)
                                .charAt(0));
        };
    }

    private void read() {
        while (position < end) {
            if (!(skip(SPACES) || comment() || date() || phrase() || time() || number() || sign())) {
                unknown();
            }
        }
    }

    private boolean skip(Pattern pattern) {
        return next(pattern) != null;
    }

    private @Nullable Matcher next(Pattern pattern) {
        var matcher = pattern.matcher(plain).region(position, end).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return null;
        }
        position = matcher.end();
        return matcher;
    }

    private boolean add(@Nullable Matcher match, Kind kind, int value) {
        if (match != null) {
            words.add(new WrittenWord(kind, value, match.start(), match.end()));
        }
        return match != null;
    }

    /** What stands in brackets is a comment, unless it is made of the words of hours. */
    private boolean comment() {
        if (plain.charAt(position) != '(') {
            return false;
        }
        var close = plain.indexOf(')', position);
        var line = plain.indexOf('\n', position);
        if (close < 0 || close >= end || line >= 0 && line < close) {
            throw new Misread("(", Reason.MISPLACED);
        }
        var inner = new WrittenWords(text, position + 1, close);
        try {
            inner.read();
            words.addAll(inner.words);
        } catch (Misread misread) {
            if (misread.reason() != Reason.UNKNOWN_WORD
                    || text.substring(position, close).contains("\"")) {
                throw misread;
            }
            var from = position
                    + 1
                    + (text.substring(position + 1, close).length()
                            - text.substring(position + 1, close).stripLeading().length());
            var words = text.substring(from, close).strip();
            this.words.add(new WrittenWord(Kind.COMMENT, 0, from, from + words.length()));
        }
        position = close + 1;
        return true;
    }

    private boolean date() {
        var match = next(DATE);
        if (match == null) {
            return false;
        }
        try {
            var date = LocalDate.of(number(match, 3), number(match, 2), number(match, 1));
            return add(match, Kind.DATE, Math.toIntExact(date.toEpochDay()));
        } catch (DateTimeException noSuchDate) {
            throw new Misread(part(match), Reason.NO_SUCH_DATE);
        }
    }

    private boolean phrase() {
        var match = next(WrittenVocabulary.phrases());
        if (match == null) {
            return false;
        }
        var meaning = WrittenVocabulary.meaning(match);
        switch (meaning.kind()) {
            case UNCLEAR_DAY -> throw new Misread(part(match), Reason.UNCLEAR_DAY);
            case UNCLEAR_PERIOD -> throw new Misread(part(match), Reason.UNCLEAR_PERIOD);
            default -> add(match, meaning.kind(), meaning.value());
        }
        english |= meaning.english();
        french |= WrittenVocabulary.isFrenchAlone(match);
        var abbreviated = meaning.kind() == Kind.DAY || meaning.kind() == Kind.MONTH;
        if (abbreviated && match.end() - match.start() <= 4 && position < end && plain.charAt(position) == '.') {
            position++;
        }
        return true;
    }

    private boolean time() {
        var match = next(WrittenClock.ANY);
        if (match == null) {
            return false;
        }
        var time = WrittenClock.of(match);
        if (time < 0) {
            throw new Misread(part(match), Reason.NO_SUCH_TIME);
        }
        english |= WrittenClock.isOfTwelve(match);
        // A number that is not of this time was looked at as its minutes.
        position = WrittenClock.end(match);
        words.add(new WrittenWord(
                WrittenClock.isOfTwelve(match) ? Kind.TIME_OF_TWELVE : Kind.TIME, time, match.start(), position));
        return true;
    }

    private boolean number() {
        var words = next(ORDINAL_IN_WORDS);
        if (words != null) {
            var place = 1;
            while (words.group(place) == null) {
                place++;
            }
            return add(words, Kind.ORDINAL, place == 6 ? Recurrence.LAST : place);
        }
        var ordinal = next(ORDINAL);
        if (ordinal != null) {
            return add(ordinal, Kind.ORDINAL, number(ordinal, 1));
        }
        var year = next(YEAR);
        if (year != null) {
            return add(year, Kind.YEAR, number(year, 0));
        }
        var number = next(NUMBER);
        return number != null && add(number, Kind.NUMBER, number(number, 0));
    }

    private boolean sign() {
        return add(next(LINES), Kind.LINE, 0)
                || add(next(Pattern.compile("-+>?|[–—−→]")), Kind.DASH, 0)
                || add(next(Pattern.compile("/")), Kind.SLASH, 0)
                || add(next(Pattern.compile("[,|]")), Kind.COMMA, 0)
                || add(next(Pattern.compile("[&+]")), Kind.AND, 0)
                || add(next(Pattern.compile(":")), Kind.COLON, 0)
                || add(next(Pattern.compile("[;.]")), Kind.STOP, 0);
    }

    /** All the unknown words that stand together. */
    private void unknown() {
        var from = position;
        int to;
        do {
            skip(UNKNOWN);
            to = position;
            skip(SPACES);
        } while (position < end && !isKnownHere());
        throw new Misread(text.substring(from, to), Reason.UNKNOWN_WORD);
    }

    private boolean isKnownHere() {
        var from = position;
        var known = plain.charAt(position) == '('
                || skip(WrittenVocabulary.phrases())
                || skip(WrittenClock.ANY)
                || skip(NUMBER)
                || skip(LINES)
                || skip(Pattern.compile("[-–—−→/,|&+:;.]"));
        position = from;
        return known;
    }

    /** In a text that has English words and no French ones, « mar » may be March. */
    private void refuseMarch() {
        if (english && !french) {
            for (var word : words) {
                if (plain.substring(word.from(), word.to()).equals("mar")) {
                    throw new Misread(text.substring(word.from(), word.to()), Reason.UNCLEAR_DAY);
                }
                if (word.kind() == Kind.DATE) {
                    throw new Misread(text.substring(word.from(), word.to()), Reason.UNCLEAR_PERIOD);
                }
            }
        }
    }

    private String part(Matcher match) {
        return text.substring(match.start(), match.end());
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
