package fr.traboule.city;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.imports.ImportFolder;
import fr.traboule.ground.imports.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads {@code organisations.csv} and {@code units.csv}. */
@Component
class ImportUnits {

    private final JdbcClient jdbc;
    private final Texts texts;

    ImportUnits(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    void load(ImportFolder folder) {
        folder.csv("organisations.csv", "code").forEach(this::saveOrganisation);
        var units = folder.csv("units.csv", "code");
        refuseCircles(units);
        units.forEach(this::saveUnit);
        units.forEach(this::saveParent);
    }

    /** A unit below itself would answer to nobody. */
    private static void refuseCircles(List<Line> units) {
        var parents = new HashMap<String, String>();
        units.forEach(line -> line.text("parent").ifPresent(parent -> parents.put(line.required("code"), parent)));
        for (var line : units) {
            var below = new HashSet<String>();
            for (var code = line.required("code"); code != null; code = parents.get(code)) {
                if (!below.add(code)) {
                    throw line.wrong("parent", "is below this unit, or below itself");
                }
            }
        }
    }

    private void saveOrganisation(Line line) {
        var kind = line.read(
                        "kind",
                        name -> Organisation.Kind.valueOf(name.toUpperCase(Locale.ROOT)),
                        "is not a kind of organisation")
                .orElseThrow(() -> line.wrong("kind", "is empty"));
        var id = jdbc.sql("""
                        insert into city.organisation (id, code, kind, website, phone, address)
                        values (:id, :code, :kind, :website, :phone, :address)
                        on conflict (code) do update
                           set kind = excluded.kind, website = excluded.website, phone = excluded.phone, address = excluded.address
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", line.required("code"))
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("website", line.text("website").orElse(null))
                .param("phone", line.text("phone").orElse(null))
                .param("address", line.text("address").orElse(null))
                .query(UUID.class)
                .single();
        texts.save("organisation", id, "name", Texts.read(line, "name"));
    }

    private void saveUnit(Line line) {
        var id = jdbc.sql("""
                        insert into city.unit (id, code, organisation_id, phone, office)
                        select :id, :code, o.id, :phone, :office from city.organisation o where o.code = :organisation
                        on conflict (code) do update
                           set organisation_id = excluded.organisation_id, phone = excluded.phone, office = excluded.office
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", line.required("code"))
                .param("organisation", line.required("organisation"))
                .param("phone", line.text("phone").orElse(null))
                .param("office", line.text("office").orElse(null))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> line.wrong("organisation", "is not in organisations.csv"));
        texts.save("unit", id, "name", Texts.read(line, "name"));
    }

    private void saveParent(Line line) {
        var parent = line.text("parent");
        var saved = jdbc.sql("""
                        update city.unit set parent_id = (select id from city.unit where code = :parent)
                         where code = :code and (:parent::text is null or exists (select from city.unit where code = :parent))
                        """)
                .param("parent", parent.orElse(null))
                .param("code", line.required("code"))
                .update();
        if (saved == 0) {
            throw line.wrong("parent", "is not a code of this file");
        }
    }
}
