package fr.traboule.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of one module for one side of the counter in one language, as they are written. */
record Bundle(String module, Area side, Language language, Map<String, String> texts) {

    private static final Path SOURCES = Path.of("src/main/java/fr/traboule");
    private static final Pattern NAME = Pattern.compile("(public|desk)_([a-z]{2})\\.properties");

    static List<Bundle> all() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .map(Bundle::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Text> each() {
        return texts.entrySet().stream().map(text -> new Text(this, text.getKey(), text.getValue()));
    }

    private static Bundle of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        name.matches();
        return new Bundle(
                file.getName(file.getNameCount() - 2).toString(),
                name.group(1).equals("desk") ? Area.DESK : Area.PUBLIC,
                Language.of(name.group(2)).orElseThrow(),
                texts(file));
    }

    private static Map<String, String> texts(Path file) {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        lines.stringPropertyNames().forEach(key -> texts.put(key, lines.getProperty(key)));
        return texts;
    }

    @Override
    public String toString() {
        return "%s, %s, %s".formatted(module, side, language);
    }
}
