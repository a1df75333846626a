package fr.traboule.city;

import fr.traboule.ground.imports.ImportFolder;
import fr.traboule.ground.imports.ImportProblem;
import java.util.List;
import java.util.Locale;
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
        try {
            for (var feature : json.readTree(text).path("features")) {
                save(file, feature);
            }
        } catch (JacksonException e) {
            throw new ImportProblem(file, 0, "this is not GeoJSON");
        }
    }

    private void save(String file, JsonNode feature) {
        var properties = feature.path("properties");
        var code = properties.path("code").asString("");
        var level = properties.path("level").asString("").toUpperCase(Locale.ROOT);
        if (code.isEmpty()
                || List.of(Area.Level.values()).stream()
                        .noneMatch(known -> known.name().equals(level))) {
            throw new ImportProblem(
                    file, 0, "an area has no code, or no known level (commune, arrondissement, quartier)");
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
                .param(
                        "parent",
                        properties.path("parent").isString()
                                ? properties.path("parent").asString()
                                : null)
                .param("outline", feature.path("geometry").toString())
                .update();
    }
}
