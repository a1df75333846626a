package fr.traboule.web;

import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Compiles the style sheet from our Sass and that of govuk-frontend (MIT; none of its fonts or images). Two things are done
 * to the result: sides become logical, so that one sheet serves both directions of writing, and the city's two colours become
 * properties that its theme sets.
 */
final class CompileStyle {

    private static final Path SOURCE = Path.of("src/main/java/fr/traboule/web/traboule.scss");
    static final Path RESULT = Path.of("src/main/java/fr/traboule/web/assets/traboule.css");

    private static final Map<String, String> SIDES = Map.ofEntries(
            Map.entry("(margin|padding)-left(?=:)", "$1-inline-start"),
            Map.entry("(margin|padding)-right(?=:)", "$1-inline-end"),
            Map.entry("border-left(?=[-:])", "border-inline-start"),
            Map.entry("border-right(?=[-:])", "border-inline-end"),
            Map.entry("(?<=[;{])left(?=:)", "inset-inline-start"),
            Map.entry("(?<=[;{])right(?=:)", "inset-inline-end"),
            Map.entry("float:left", "float:inline-start"),
            Map.entry("float:right", "float:inline-end"),
            Map.entry("clear:left", "clear:inline-start"),
            Map.entry("clear:right", "clear:inline-end"),
            Map.entry("text-align:left", "text-align:start"),
            Map.entry("text-align:right", "text-align:end"),
            Map.entry("justify-content:right", "justify-content:end"),
            Map.entry(
                    "(?<=[;{])(margin|padding):%1$s %1$s %1$s %1$s(?=[;}])".formatted("([^\\s(){};!]+)"),
                    "$1-block:$2 $4;$1-inline:$5 $3"));

    private static final Pattern CITY_COLOUR = Pattern.compile("\\$city-([a-z]+): (#[0-9a-f]{6});");

    private CompileStyle() {}

    static void main() throws IOException {
        Files.writeString(RESULT, compiled());
    }

    static String compiled() throws IOException {
        var library = unpackedLibrary();
        try (var sass = SassCompilerFactory.bundled()) {
            sass.setOutputStyle(OutputStyle.COMPRESSED);
            // The library still speaks an older Sass: what it is warned of is its own affair.
            List.of("import", "global-builtin", "color-functions").forEach(sass::addSilenceDeprecation);
            sass.setQuietDeps(true);
            sass.setLoadPaths(List.of(library.toFile()));
            var css = sass.compileFile(SOURCE.toFile()).getCss();
            for (var side : SIDES.entrySet()) {
                css = css.replaceAll(side.getKey(), side.getValue());
            }
            return withThemeProperties(css) + "\n";
        } catch (de.larsgrefer.sass.embedded.SassCompilationFailedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withThemeProperties(String css) throws IOException {
        var result = css;
        var colours = CITY_COLOUR.matcher(Files.readString(SOURCE));
        while (colours.find()) {
            result =
                    result.replace(colours.group(2), "var(--city-%s,%s)".formatted(colours.group(1), colours.group(2)));
        }
        return result;
    }

    /** The Sass files come in a jar of the class path; the compiler wants them in a folder. */
    private static Path unpackedLibrary() throws IOException {
        var anchor = CompileStyle.class.getResource("/META-INF/resources/webjars/govuk-frontend");
        var jarPath =
                anchor.getPath().substring("file:".length(), anchor.getPath().indexOf('!'));
        var folder = Path.of("target/govuk-frontend");
        try (var jar = new JarFile(jarPath)) {
            jar.stream().filter(entry -> entry.getName().endsWith(".scss")).forEach(entry -> {
                var target = folder.resolve(entry.getName().replaceFirst(".*?/dist/", ""));
                try (var content = jar.getInputStream(entry)) {
                    Files.createDirectories(target.getParent());
                    Files.write(target, content.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return folder;
    }
}
