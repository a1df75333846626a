package fr.traboule.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One example of a component of govuk-frontend, as its authors publish it for tests: options, and the HTML they give. */
record Fixture(String name, JsonNode options, String html) {

    private static final String FOLDER =
            "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/components/%s/fixtures.json";

    static List<Fixture> of(String component) {
        try (var file = Fixture.class.getResourceAsStream(FOLDER.formatted(component))) {
            return JsonMapper.shared()
                    .readTree(file)
                    .path("fixtures")
                    .valueStream()
                    .map(each -> new Fixture(
                            each.path("name").asString(),
                            each.path("options"),
                            each.path("html").asString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every option on a line of its own, as in {@code items.0.hint.text=…}. */
    List<String> settings() {
        return settings("", options).toList();
    }

    private static Stream<String> settings(String path, JsonNode node) {
        if (node.isArray()) {
            return IntStream.range(0, node.size()).boxed().flatMap(i -> settings(path + i + ".", node.get(i)));
        }
        return node.isObject()
                ? node.properties().stream()
                        .flatMap(option -> settings(path + option.getKey() + ".", option.getValue()))
                : Stream.of(path.substring(0, path.length() - 1) + "=" + node.asString());
    }

    @Override
    public String toString() {
        return name;
    }

    boolean has(String... path) {
        return !node(path).isMissingNode();
    }

    Optional<String> optional(String... path) {
        return has(path) ? Optional.of(text(path)) : Optional.empty();
    }

    /** The items, rows or errors that are one: the library passes over what is not. */
    List<Fixture> each(String... list) {
        return node(list)
                .valueStream()
                .filter(JsonNode::isObject)
                .map(item -> new Fixture(name, item, ""))
                .toList();
    }

    String text(String... path) {
        return node(path).asString("");
    }

    Fixture at(String... path) {
        return new Fixture(name, node(path), "");
    }

    private JsonNode node(String... path) {
        return Stream.of(path).reduce(options, JsonNode::path, (one, other) -> other);
    }
}
