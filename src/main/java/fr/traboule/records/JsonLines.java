package fr.traboule.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of a JSON file: an object, a list of objects, one object per line, or the features of a GeoJSON (RFC 7946), where a point
 * becomes {@code longitude} and {@code latitude} and any other shape {@code outline}. A list of simple values becomes one cell.
 */
final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String file;
    private final List<Line> lines = new ArrayList<>();

    private JsonLines(String file) {
        this.file = file;
    }

    static List<Line> read(String file, String text) {
        var reader = new JsonLines(file);
        try (var parser = JSON.createParser(text)) {
            reader.read(parser);
        } catch (JacksonException e) {
            throw new ImportProblem(file, line(e), "noJson", e.getOriginalMessage());
        }
        if (reader.lines.isEmpty()) {
            throw new ImportProblem(file, 1, "nothingInside");
        }
        return List.copyOf(reader.lines);
    }

    private static long line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
    }

    private void read(JsonParser parser) {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_ARRAY -> readAll(parser);
                case START_OBJECT -> readObject(parser);
                default ->
                    throw new ImportProblem(file, parser.currentTokenLocation().getLineNr(), "noObject");
            }
        }
    }

    private void readAll(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var number = parser.currentTokenLocation().getLineNr();
            add(number, parser.readValueAsTree());
        }
    }

    /** A line of its own, or what stands around the features of a GeoJSON. */
    private void readObject(JsonParser parser) {
        var number = parser.currentTokenLocation().getLineNr();
        var object = JSON.createObjectNode();
        var isCollection = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("features")) {
                isCollection = true;
                readAll(parser);
            } else {
                object.set(name, parser.<JsonNode>readValueAsTree());
            }
        }
        if (!isCollection) {
            add(number, object);
        }
    }

    private void add(long number, JsonNode object) {
        if (!object.isObject()) {
            throw new ImportProblem(file, number, "noObject");
        }
        if (object.path("type").asString("").equals("Feature")) {
            var cells = cells(object.path("properties"));
            cells.putAll(shape(object.path("geometry")));
            lines.add(new Line(file, number, cells));
        } else {
            lines.add(new Line(file, number, cells(object)));
        }
    }

    private static Map<String, String> shape(JsonNode geometry) {
        if (geometry.isMissingNode() || geometry.isNull()) {
            return Map.of();
        }
        var at = geometry.path("coordinates");
        return geometry.path("type").asString("").equals("Point")
                ? Map.of(
                        "longitude",
                        at.path(0).asString(""),
                        "latitude",
                        at.path(1).asString(""))
                : Map.of("outline", geometry.toString());
    }

    private static Map<String, String> cells(JsonNode object) {
        var cells = new LinkedHashMap<String, String>();
        object.properties().forEach(property -> add(property.getKey(), property.getValue(), cells));
        return cells;
    }

    /** What stands deeper has the path to it as its column: {@code address.postcode}. */
    private static void add(String name, JsonNode value, Map<String, String> cells) {
        if (value.isObject()) {
            value.properties().forEach(inner -> add(name + "." + inner.getKey(), inner.getValue(), cells));
        } else if (value.isArray()) {
            cells.put(name, value.valueStream().map(JsonLines::text).collect(Collectors.joining(" ")));
        } else {
            cells.put(name, text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isString() ? value.asString() : value.toString();
    }
}
