package fr.traboule.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.traboule.ground.access.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place in the program that names a text, or makes its key of a beginning, something, and perhaps an end. */
record TextUse(String file, Pattern keys) {

    private static final Path SOURCES = Path.of("src/main/java/fr/traboule");

    static List<TextUse> all() {
        return Stream.of(inSources(), ofLabelledEnums(), ofPermissions())
                .flatMap(uses -> uses)
                .toList();
    }

    boolean names(String key) {
        return keys.matcher(key).matches();
    }

    private static Stream<TextUse> inSources() {
        var modules = Bundle.all().stream().map(Bundle::module).distinct().collect(Collectors.joining("|"));
        var whole = Pattern.compile("\"\\{?((?:%s)(?:\\.\\w+)+)}?\"".formatted(modules));
        var made = Pattern.compile(
                "\"((?:%s)\\.(?:\\w+\\.)*)\"\\s*\\+(?:[\\w.()\\s]+\\+\\s*\"(\\.[\\w.]+)\")?".formatted(modules));
        return sources()
                .flatMap(file -> Stream.concat(
                        found(file, whole)
                                .map(key -> new TextUse(name(file), Pattern.compile(Pattern.quote(key.group(1))))),
                        found(file, made).map(key -> new TextUse(name(file), made(key)))));
    }

    private static Pattern made(MatchResult key) {
        var end = key.group(2);
        return Pattern.compile(Pattern.quote(key.group(1)) + "\\w+" + (end == null ? "" : Pattern.quote(end)));
    }

    private static Stream<MatchResult> found(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file)).results();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|jte)"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return SOURCES.relativize(file).toString();
    }

    private static Stream<TextUse> ofPermissions() {
        return constants(Permission.class)
                .map(permission -> new TextUse(
                        permission.getClass().getSimpleName(),
                        Pattern.compile(Pattern.quote(permission.code().replaceFirst("\\.", ".permission.")))));
    }

    private static Stream<TextUse> ofLabelledEnums() {
        return constants(Labelled.class)
                .map(constant -> new TextUse(
                        constant.getClass().getSimpleName(), Pattern.compile(Pattern.quote(constant.textKey()))));
    }

    private static <T> Stream<T> constants(Class<T> type) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("fr.traboule").stream()
                        .filter(kind -> kind.isEnum() && kind.isAssignableTo(type))
                        .map(JavaClass::reflect)
                        .flatMap(kind -> Arrays.stream(kind.getEnumConstants()))
                        .map(type::cast);
    }
}
