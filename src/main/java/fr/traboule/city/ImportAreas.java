package fr.traboule.city;

import fr.traboule.ground.imports.ImportFolder;
import fr.traboule.ground.imports.ImportProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads the GeoJSON files of {@code areas/}, largest areas first. */
@Component
class ImportAreas {

    private static final List<String> FILES =
            List.of("areas/communes.geojson", "areas/arrondissements.geojson", "areas/quartiers.geojson");

    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final JdbcTerritory territory;

    ImportAreas(JdbcClient jdbc, JsonMapper json, JdbcTerritory territory) {
        this.jdbc = jdbc;
        this.json = json;
        this.territory = territory;
    }

    /** @return the territory as it is now */
    Territory load(ImportFolder folder) {
        FILES.stream().filter(folder::has).forEach(file -> load(file, folder.text(file)));
        return territory.read();
    }

    private void load(String file, String text) {
        var codes = new HashSet<String>();
        for (var feature : features(file, text)) {
            if (!codes.add(save(file, feature))) {
                throw new ImportProblem(
                        file,
                        0,
                        "area %s is there twice"
                                .formatted(feature.at("/properties/code").asString("")));
            }
        }
    }

    private JsonNode features(String file, String text) {
        try {
            var features = json.readTree(text).path("features");
            if (!features.isEmpty()) {
                return features;
            }
            throw new ImportProblem(file, 0, "this GeoJSON has no features");
        } catch (JacksonException e) {
            throw new ImportProblem(file, ImportSettings.line(e), "this is not GeoJSON");
        }
    }

    /** @return its code */
    private String save(String file, JsonNode feature) {
        var properties = feature.path("properties");
        var code = properties.path("code").asString("");
        var level = properties.path("level").asString("").toUpperCase(Locale.ROOT);
        if (code.isEmpty()
                || List.of(Area.Level.values()).stream()
                        .noneMatch(known -> known.name().equals(level))) {
            throw new ImportProblem(
                    file, 0, "an area has no code, or no known level (commune, arrondissement, quartier)");
        }
        requireOutline(file, code, feature.path("geometry"));
        var parent = properties.path("parent");
        if (parent.isString()) {
            requireLarger(file, code, parent.asString(), Area.Level.valueOf(level));
        }
        jdbc.sql("""
                        insert into city.area (code, level, name, parent_code, outline)
                        values (:code, :level, :name, :parent, :outline::jsonb)
                        on conflict (code) do update
                           set level = excluded.level, name = excluded.name, parent_code = excluded.parent_code, outline = excluded.outline
                        """)
                .param("code", code)
                .param("level", level.toLowerCase(Locale.ROOT))
                .param("name", properties.path("name").asString(code))
                .param("parent", parent.isString() ? parent.asString() : null)
                .param("outline", feature.path("geometry").toString())
                .update();
        return code;
    }

    private void requireLarger(String file, String code, String parent, Area.Level level) {
        var isLarger = jdbc.sql("select level from city.area where code = ?")
                .param(parent)
                .query(String.class)
                .optional()
                .map(of -> Area.Level.valueOf(of.toUpperCase(Locale.ROOT)).compareTo(level) < 0)
                .orElse(false);
        if (!isLarger) {
            throw new ImportProblem(file, 0, "the parent %s of area %s is not a larger area".formatted(parent, code));
        }
    }

    private static void requireOutline(String file, String code, JsonNode geometry) {
        if (!isOutline(geometry.toString())) {
            throw new ImportProblem(
                    file,
                    0,
                    "the outline of area %s is not a polygon in degrees (WGS 84), longitude first".formatted(code));
        }
    }

    /** The reader fails in many ways on what is no geometry. */
    private static boolean isOutline(String geometry) {
        try {
            var outline = new GeoJsonReader().read(geometry);
            return outline instanceof Polygonal && !outline.isEmpty() && EARTH.contains(outline.getEnvelopeInternal());
        } catch (ParseException | RuntimeException e) {
            return false;
        }
    }
}
