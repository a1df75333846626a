package fr.traboule.city;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.imports.ImportFolder;
import fr.traboule.ground.imports.Line;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads {@code places.csv}, {@code closures.csv}, {@code phone_lines.csv} and {@code addresses.csv}. */
@Component
class ImportPlaces {

    private final JdbcClient jdbc;
    private final Texts texts;

    ImportPlaces(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    void load(ImportFolder folder, Territory territory) {
        folder.csv("places.csv", "slug").forEach(line -> savePlace(line, territory));
        folder.csv("closures.csv", "place", "from").forEach(this::saveClosure);
        folder.csv("phone_lines.csv", "code").forEach(this::savePhoneLine);
        folder.csv("addresses.csv").forEach(line -> saveAddress(line, territory));
    }

    private void savePlace(Line line, Territory territory) {
        var point = Cells.point(line);
        var id = jdbc.sql("""
                        insert into city.place (id, slug, kind, organisation_id, address, postcode, town, area_code, longitude, latitude,
                                                phone, website, hours, hours_source, hours_read_on, hours_verified_on, source, version)
                        values (:id, :slug, :kind, :organisation, :address, :postcode, :town, :area, :longitude, :latitude,
                                :phone, :website, :hours, :hoursSource, :hoursReadOn, :hoursVerifiedOn, :source, 0)
                        on conflict (slug) do update
                           set kind = excluded.kind, organisation_id = excluded.organisation_id, address = excluded.address,
                               postcode = excluded.postcode, town = excluded.town, area_code = excluded.area_code,
                               longitude = excluded.longitude, latitude = excluded.latitude, phone = excluded.phone,
                               website = excluded.website, source = excluded.source,
                               hours = excluded.hours, hours_source = excluded.hours_source, hours_read_on = excluded.hours_read_on,
                               -- what the city confirmed since stays confirmed, as long as the hours are the same
                               hours_verified_on = case when place.hours is not distinct from excluded.hours
                                                        then greatest(excluded.hours_verified_on, place.hours_verified_on)
                                                        else excluded.hours_verified_on end
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("slug", line.required("slug"))
                .param("kind", kind(line).code())
                .param("organisation", organisation(line).orElse(null))
                .param("address", line.text("address").orElse(null))
                .param("postcode", line.required("postcode"))
                .param("town", line.required("town"))
                .param("area", point.isPresent() ? smallestArea(point, territory) : area(line, territory))
                .param("longitude", point.map(Point::longitude).orElse(null))
                .param("latitude", point.map(Point::latitude).orElse(null))
                .param("phone", line.text("phone").orElse(null))
                .param("website", line.text("website").orElse(null))
                .param("hours", Cells.hours(line))
                .param("hoursSource", line.text("hours_source").orElse(null))
                .param("hoursReadOn", Cells.readOn(line))
                .param("hoursVerifiedOn", line.date("hours_verified_on").orElse(null))
                .param("source", line.required("source"))
                .query(UUID.class)
                .single();
        texts.save("place", id, "name", Texts.read(line, "name"));
    }

    private void saveClosure(Line line) {
        var from = line.date("from").orElseThrow(() -> line.wrong("from", "is empty"));
        var to = line.date("to").orElse(from);
        if (to.isBefore(from)) {
            throw line.wrong("to", "is before « from »");
        }
        var id = jdbc.sql("""
                        insert into city.closure (id, place_id, starts_on, ends_on)
                        select :id, p.id, :from, :to from city.place p where p.slug = :place
                        on conflict (place_id, starts_on, ends_on) do update set ends_on = excluded.ends_on
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("from", from)
                .param("to", to)
                .param("place", line.required("place"))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> line.wrong("place", "is not in places.csv"));
        texts.save("closure", id, "reason", Texts.read(line, "reason"));
    }

    private void savePhoneLine(Line line) {
        var id = jdbc.sql("""
                        insert into city.phone_line (id, code, organisation_id, number, hours, hours_source, hours_read_on, hours_verified_on)
                        values (:id, :code, :organisation, :number, :hours, :hoursSource, :hoursReadOn, :hoursVerifiedOn)
                        on conflict (code) do update
                           set organisation_id = excluded.organisation_id, number = excluded.number, hours = excluded.hours,
                               hours_source = excluded.hours_source, hours_read_on = excluded.hours_read_on,
                               hours_verified_on = case when phone_line.hours is not distinct from excluded.hours
                                                        then greatest(excluded.hours_verified_on, phone_line.hours_verified_on)
                                                        else excluded.hours_verified_on end
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", line.required("code"))
                .param("organisation", organisation(line).orElseThrow(() -> line.wrong("organisation", "is empty")))
                .param("number", line.required("number"))
                .param("hours", Cells.hours(line))
                .param("hoursSource", line.text("hours_source").orElse(null))
                .param("hoursReadOn", Cells.readOn(line))
                .param("hoursVerifiedOn", line.date("hours_verified_on").orElse(null))
                .query(UUID.class)
                .single();
        texts.save("phone_line", id, "name", Texts.read(line, "name"));
    }

    private void saveAddress(Line line, Territory territory) {
        var point = Cells.point(line).orElseThrow(() -> line.wrong("longitude", "is empty"));
        jdbc.sql("""
                        insert into city.address (id, address, postcode, town, longitude, latitude, area_code)
                        values (:id, :address, :postcode, :town, :longitude, :latitude, :area)
                        on conflict (address, postcode) do update
                           set town = excluded.town, longitude = excluded.longitude, latitude = excluded.latitude, area_code = excluded.area_code
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("address", line.required("address"))
                .param("postcode", line.required("postcode"))
                .param("town", line.required("town"))
                .param("longitude", point.longitude())
                .param("latitude", point.latitude())
                .param("area", smallestArea(Optional.of(point), territory))
                .update();
    }

    private Optional<UUID> organisation(Line line) {
        return line.text("organisation")
                .map(code -> jdbc.sql("select id from city.organisation where code = ?")
                        .param(code)
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(() -> line.wrong("organisation", "is not in organisations.csv")));
    }

    private static @Nullable String area(Line line, Territory territory) {
        return line.text("area")
                .map(code -> territory.area(code).orElseThrow(() -> line.wrong("area", "is not in areas/")))
                .map(Area::code)
                .orElse(null);
    }

    private static @Nullable String smallestArea(Optional<Point> point, Territory territory) {
        return point.flatMap(here -> territory.locate(here).smallest())
                .map(Area::code)
                .orElse(null);
    }

    private static PlaceKind kind(Line line) {
        return line.read("kind", PlaceKind::of, "is not a kind of place")
                .orElseThrow(() -> line.wrong("kind", "is empty"));
    }
}
