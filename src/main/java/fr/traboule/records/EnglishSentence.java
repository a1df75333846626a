package fr.traboule.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What is wrong, for the terminal and the log, which speak English: in the words of the pages' own bundle. */
final class EnglishSentence {

    private static final Properties TEXTS = texts();

    private EnglishSentence() {}

    static String of(ImportProblem.Problem problem) {
        var what = text("records.wrong." + problem.what(), problem.arguments().toArray());
        var sentence =
                problem.column().isEmpty() ? what : "« %s » %s (%s)".formatted(problem.column(), what, problem.value());
        return problem.line() > 0
                ? "%s, line %d: %s".formatted(problem.file(), problem.line(), sentence)
                : "%s: %s".formatted(problem.file(), sentence);
    }

    private static String text(String key, Object... arguments) {
        return new MessageFormat(Objects.requireNonNull(TEXTS.getProperty(key), key), Locale.ENGLISH).format(arguments);
    }

    private static Properties texts() {
        var stream = Objects.requireNonNull(EnglishSentence.class.getResourceAsStream("desk_en.properties"));
        try (var reader = new InputStreamReader(stream, UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
