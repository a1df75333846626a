package fr.traboule.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** One of the program's templates, as it is written. */
record Template(String name, String source) {

    private static final Path SOURCES = Path.of("src/main/java/fr/traboule");
    private static final Path COMPILED = Path.of("target/classes/fr/traboule");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");

    static List<Template> all() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .map(file -> new Template(SOURCES.relativize(file).toString(), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOfTheKit() {
        return name.startsWith("web/");
    }

    /** Its tags of that name, each with an « x » where the page puts something in. */
    List<String> tags(String names) {
        return Pattern.compile("<(?:" + names + ")\\b[^>]*>")
                .matcher(EXPRESSION.matcher(source).replaceAll("x"))
                .results()
                .map(tag -> tag.group())
                .toList();
    }

    /** What stands between forms that only ask. */
    Template withoutFormsThatAsk() {
        return new Template(name, source.replaceAll("(?s)<form[^>]*method=\"get\".*?</form>", ""));
    }

    /** What the compiler took for text that never changes, one piece after the other. */
    Document unchanging() {
        var compiled = name.replaceFirst("([^/]*)\\.jte$", "Jte$1Generated.bin");
        var file = COMPILED.resolve(compiled);
        return Jsoup.parseBodyFragment(tags("[a-z]+").isEmpty() ? "" : read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
