package fr.traboule.calendar;

import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenWord.Kind;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Where the grammar stands in the words of typed hours. */
final class WordCursor {

    private final String text;
    private final List<WrittenWord> words;
    private int place;

    WordCursor(String text) {
        this.text = text;
        this.words = WrittenWords.of(text);
    }

    boolean isOneComment(String comment) {
        return words.size() == 1 && at(Kind.COMMENT) && text(words.getFirst()).equals(comment);
    }

    int place() {
        return place;
    }

    void goBackTo(int earlier) {
        place = earlier;
    }

    boolean at(Kind... kinds) {
        return isOneOf(place, kinds);
    }

    boolean thenAt(int steps, Kind... kinds) {
        return isOneOf(place + steps, kinds);
    }

    boolean atEndOfSentence() {
        return at(Kind.END, Kind.LINE, Kind.STOP);
    }

    WrittenWord take() {
        return words.get(place++);
    }

    boolean accept(Kind... kinds) {
        var there = place < words.size() && at(kinds);
        if (there) {
            place++;
        }
        return there;
    }

    boolean skip(Kind... kinds) {
        var from = place;
        while (accept(kinds)) {}
        return place > from;
    }

    /** Looks without moving. */
    boolean ahead(BooleanSupplier reading) {
        var from = place;
        var there = reading.getAsBoolean();
        place = from;
        return there;
    }

    String text(WrittenWord word) {
        return text.substring(word.from(), word.to());
    }

    /** What was read since, as it was typed. */
    String since(int earlier) {
        if (earlier >= place) {
            return here();
        }
        var from = words.get(earlier).from();
        var to = words.get(place - 1).to();
        var bracket = to < text.length()
                && text.charAt(to) == ')'
                && text.substring(from, to).contains("(");
        return text.substring(from, bracket ? to + 1 : to);
    }

    Misread misread(int since, Reason reason) {
        return new Misread(since(since), reason);
    }

    /** The word it stands at does not belong there. */
    Misread misplaced() {
        return new Misread(here(), Reason.MISPLACED);
    }

    private String here() {
        return words.isEmpty() ? text : text(words.get(Math.min(place, words.size() - 1)));
    }

    private boolean isOneOf(int where, Kind... kinds) {
        var kind = where < words.size() ? words.get(where).kind() : Kind.END;
        return List.of(kinds).contains(kind);
    }
}
