package fr.traboule.answers;

import static java.util.stream.Collectors.toMap;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a model answer in one language: plain words with {@linkplain Variable variables}, in the part of Mustache that
 * has no logic but « where there is one ». What fills it in is never read as a model again.
 */
record ModelText(String words) {

    /** In characters: what a cell of the city's folder may have. */
    static final int LONGEST = 4_000;

    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern KNOWN_TAG = Pattern.compile("\\s*([#^/]?)\\s*([\\p{L}\\p{N}_.-]+)\\s*");

    /** Answers are plain text: nothing is escaped, nothing is included. */
    private static final Mustache.Compiler MUSTACHE = Mustache.compiler()
            .escapeHTML(false)
            .emptyStringIsFalse(true)
            .strictSections(true)
            .withLoader(name -> {
                throw new MustacheException("Nothing is included in a model answer");
            });

    ModelText {
        problem(words).ifPresent(found -> {
            throw new IllegalArgumentException("Not the text of a model answer: " + found);
        });
    }

    /** Why words cannot be the text of a model. */
    enum Wrong {
        EMPTY,
        TOO_LONG,
        /** Braces that open and do not close, or the other way round. */
        BRACES,
        /** Mustache knows more than models may do. */
        NOT_ALLOWED,
        UNKNOWN,
        /** A section that is not closed, or not opened, in its place. */
        SECTION,
        /** Some requests do not have it, and the sentence would have a hole. */
        MAY_BE_MISSING
    }

    /** @param part the variable or the braces in question; empty where it is about the whole */
    record Problem(Wrong wrong, String part) {}

    static Optional<Problem> problem(String words) {
        if (words.isBlank()) {
            return problem(Wrong.EMPTY, "");
        }
        if (words.length() > LONGEST) {
            return problem(Wrong.TOO_LONG, "");
        }
        return problemOfTags(words).or(() -> problemOfTheEngine(words));
    }

    private static Optional<Problem> problemOfTags(String words) {
        var open = new ArrayDeque<String>();
        var tags = TAG.matcher(words);
        var end = 0;
        while (tags.find()) {
            if (hasBraces(words.substring(end, tags.start()))) {
                return problem(Wrong.BRACES, around(words, end));
            }
            var tag = KNOWN_TAG.matcher(tags.group(1));
            if (!tag.matches()) {
                var unclosed = tags.group(1).contains("{{");
                return problem(unclosed ? Wrong.BRACES : Wrong.NOT_ALLOWED, shortened(tags.group()));
            }
            var word = tag.group(2);
            var variable = Variable.of(word);
            if (variable.isEmpty()) {
                return problem(Wrong.UNKNOWN, shortened(word));
            }
            switch (tag.group(1)) {
                case "#", "^" -> open.push(tag.group(1) + word);
                case "/" -> {
                    if (open.isEmpty() || !open.pop().substring(1).equals(word)) {
                        return problem(Wrong.SECTION, word);
                    }
                }
                default -> {
                    if (variable.get().mayBeMissing() && !open.contains("#" + word)) {
                        return problem(Wrong.MAY_BE_MISSING, word);
                    }
                }
            }
            end = tags.end();
        }
        if (hasBraces(words.substring(end))) {
            return problem(Wrong.BRACES, around(words, end));
        }
        return open.isEmpty()
                ? Optional.empty()
                : problem(Wrong.SECTION, open.peek().substring(1));
    }

    private static Optional<Problem> problemOfTheEngine(String words) {
        try {
            MUSTACHE.compile(words);
            return Optional.empty();
        } catch (MustacheException e) {
            return problem(Wrong.NOT_ALLOWED, "");
        }
    }

    private static boolean hasBraces(String words) {
        return words.contains("{{") || words.contains("}}");
    }

    private static Optional<Problem> problem(Wrong wrong, String part) {
        return Optional.of(new Problem(wrong, part));
    }

    /** From the braces that have no partner. */
    private static String around(String words, int from) {
        var opens = words.indexOf("{{", from);
        return shortened(words.substring(opens < 0 ? words.indexOf("}}", from) : opens));
    }

    private static String shortened(String part) {
        var line = part.strip().lines().findFirst().orElse("");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }

    /** The text filled in; what is missing is an empty text. */
    String filled(Map<Variable, String> values) {
        return MUSTACHE.compile(words)
                .execute(Arrays.stream(Variable.values())
                        .collect(toMap(Variable::word, variable -> values.getOrDefault(variable, ""))))
                .strip();
    }
}
