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
    private static final List<String> NEEDED = List.of(
            "/code",
            "/name",
            "/schoolZone",
            "/languages",
            "/theme/brand",
            "/theme/link",
            "/triageUnit",
            "/complaintUnit",
            "/promiseDays");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ImportSchoolHolidays schoolHolidays;

    ImportSettings(JdbcClient jdbc, JsonMapper json, ImportSchoolHolidays schoolHolidays) {
        this.jdbc = jdbc;
        this.json = json;
        this.schoolHolidays = schoolHolidays;
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
        schoolHolidays.load(folder);
        var settings = read(folder.text(FILE));
        requireRight(settings);
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
            var tree = json.readTree(text);
            for (var needed : NEEDED) {
                if (tree.at(needed).isMissingNode() || tree.at(needed).isNull()) {
                    throw new ImportProblem(FILE, 0, "« %s » is missing".formatted(needed.substring(1)));
                }
            }
            return json.treeToValue(tree, Settings.class);
        } catch (JacksonException e) {
            throw new ImportProblem(
                    FILE, line(e), "this is not the JSON that is expected (%s)".formatted(e.getOriginalMessage()));
        }
    }

    /** Zero where it is not known. */
    static long line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
    }

    private static void requireRight(Settings settings) {
        if (settings.name().isBlank()) {
            throw new ImportProblem(FILE, 0, "« name » is empty");
        }
        if (!ImportSchoolHolidays.ZONES.contains(settings.schoolZone())) {
            throw new ImportProblem(FILE, 0, "« schoolZone » is A, B or C, not " + settings.schoolZone());
        }
        if (settings.promiseDays() < 1) {
            throw new ImportProblem(FILE, 0, "« promiseDays » is at least one working day");
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
                    Optional.empty(),
                    false);
        } catch (IllegalArgumentException e) {
            throw new ImportProblem(FILE, 0, String.valueOf(e.getMessage()));
        }
    }
}
