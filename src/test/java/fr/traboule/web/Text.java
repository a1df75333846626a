package fr.traboule.web;

import static java.util.stream.Collectors.toSet;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One text of one bundle, as it is written. */
record Text(Bundle bundle, String key, String words) {

    Language language() {
        return bundle.language();
    }

    boolean has(Pattern signs) {
        return signs.matcher(words).find();
    }

    /** As in « 0 NONE » or « 1 PLURAL ». */
    Set<String> gaps() {
        var pattern = new MessagePattern(words);
        return starts(pattern)
                .mapToObj(start -> pattern.getSubstring(pattern.getPart(start + 1)) + " "
                        + pattern.getPart(start).getArgType())
                .collect(toSet());
    }

    /** The forms of each of its plurals. */
    Stream<Set<String>> plurals() {
        var pattern = new MessagePattern(words);
        return starts(pattern)
                .filter(start -> pattern.getPart(start).getArgType() == ArgType.PLURAL)
                .mapToObj(start -> IntStream.range(start, pattern.getLimitPartIndex(start))
                        .filter(part -> pattern.getPartType(part) == Part.Type.ARG_SELECTOR)
                        .mapToObj(part -> pattern.getSubstring(pattern.getPart(part)))
                        .collect(toSet()));
    }

    /** With that number wherever a number is asked for. */
    String filled(int number) {
        var arguments = new Object[10];
        Arrays.fill(arguments, "x");
        gaps().stream()
                .filter(gap -> !gap.endsWith(ArgType.NONE.name()))
                .forEach(gap -> arguments[Integer.parseInt(gap.split(" ")[0])] = number);
        return new MessageFormat(words, language().numberLocale()).format(arguments);
    }

    private static IntStream starts(MessagePattern pattern) {
        return IntStream.range(0, pattern.countParts())
                .filter(part -> pattern.getPartType(part) == Part.Type.ARG_START);
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(language(), key, words);
    }
}
