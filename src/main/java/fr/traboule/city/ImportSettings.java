package fr.traboule.city;

import fr.traboule.ground.imports.ImportFolder;
import fr.traboule.ground.imports.ImportProblem;
import fr.traboule.web.Colour;
import fr.traboule.web.Language;
import fr.traboule.web.Theme;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Loads {@code city.json} and {@code school_holidays.csv}. */
@Component
class ImportSettings {

    private static final String FILE = "city.json";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportSettings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Settings(
            String code,
            String name,
            String schoolZone,
            List<String> languages,
            Colours theme,
            @Nullable String logo,
            @Nullable Contact contact,
            String triageUnit,
            String complaintUnit,
            int promiseDays) {}

    record Colours(String brand, String link) {}

    record Contact(
            @Nullable String website,
            @Nullable String phone,
            @Nullable String address) {}

    void load(ImportFolder folder, boolean demonstration, Instant at) {
        loadSchoolHolidays(folder);
        var settings = read(folder.text(FILE));
        requireTheme(settings);
        var contact = Optional.ofNullable(settings.contact()).orElse(new Contact(null, null, null));
        var saved = jdbc.sql("""
                        insert into city.city (code, name, school_zone, languages, brand, link, logo, website, phone, address,
                                               triage_unit_id, complaint_unit_id, promise_days, demonstration, imported_at)
                        select :code, :name, :schoolZone, :languages, :brand, :link, :logo, :website, :phone, :address, triage.id, complaint.id, :promiseDays,
                               :demonstration, :at
                          from city.unit triage, city.unit complaint
                         where triage.code = :triage and complaint.code = :complaint
                        on conflict (only_one) do update
                           set code = excluded.code, name = excluded.name, school_zone = excluded.school_zone,
                               languages = excluded.languages, brand = excluded.brand, link = excluded.link, logo = excluded.logo,
                               website = excluded.website, phone = excluded.phone, address = excluded.address,
                               triage_unit_id = excluded.triage_unit_id, complaint_unit_id = excluded.complaint_unit_id,
                               promise_days = excluded.promise_days,
                               imported_at = excluded.imported_at
                        """)
                .param("code", settings.code())
                .param("name", settings.name())
                .param("schoolZone", settings.schoolZone())
                .param("languages", settings.languages().toArray(String[]::new))
                .param("brand", settings.theme().brand())
                .param("link", settings.theme().link())
                .param("logo", logo(folder, settings))
                .param("website", contact.website())
                .param("phone", contact.phone())
                .param("address", contact.address())
                .param("triage", settings.triageUnit())
                .param("complaint", settings.complaintUnit())
                .param("promiseDays", settings.promiseDays())
                .param("demonstration", demonstration)
                .param("at", Timestamp.from(at))
                .update();
        if (saved == 0) {
            throw new ImportProblem(FILE, 0, "« triageUnit » or « complaintUnit » is not in units.csv");
        }
    }

    private static byte @Nullable [] logo(ImportFolder folder, Settings settings) {
        var file = settings.logo();
        if (file == null) {
            return null;
        }
        var logo = folder.bytes(file);
        if (logo.length > LogoController.LARGEST
                || LogoController.mediaType(logo).isEmpty()) {
            throw new ImportProblem(
                    file, 0, "a logo is a PNG or SVG picture of at most %d bytes".formatted(LogoController.LARGEST));
        }
        return logo;
    }

    private Settings read(String text) {
        try {
            return json.readValue(text, Settings.class);
        } catch (JacksonException e) {
            throw new ImportProblem(
                    FILE, 0, "this is not the JSON that is expected (%s)".formatted(e.getOriginalMessage()));
        }
    }

    /** A theme that cannot be read, or an unknown language, is refused here and not found out by residents. */
    private static void requireTheme(Settings settings) {
        try {
            var languages = settings.languages().stream()
                    .map(code -> Language.of(code)
                            .orElseThrow(() ->
                                    new IllegalArgumentException("Pages are not offered in « %s »".formatted(code))))
                    .toList();
            var colours = settings.theme();
            new Theme(
                    settings.name(),
                    languages,
                    new Colour(colours.brand()),
                    new Colour(colours.link()),
                    Optional.empty(),
                    false);
        } catch (IllegalArgumentException e) {
            throw new ImportProblem(FILE, 0, String.valueOf(e.getMessage()));
        }
    }

    private void loadSchoolHolidays(ImportFolder folder) {
        for (var line : folder.csv("school_holidays.csv")) {
            jdbc.sql("""
                            insert into city.school_holiday (zone, starts_on, ends_on) values (?, ?, ?)
                            on conflict (zone, starts_on) do update set ends_on = excluded.ends_on
                            """)
                    .params(
                            line.required("zone"),
                            line.date("from").orElseThrow(() -> line.wrong("from", "is empty")),
                            line.date("to").orElseThrow(() -> line.wrong("to", "is empty")))
                    .update();
        }
    }
}
