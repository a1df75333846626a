package fr.traboule.city;

import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.Line;
import fr.traboule.records.Picture;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import fr.traboule.web.Colour;
import fr.traboule.web.Language;
import fr.traboule.web.Theme;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code city.json}: the city itself, one record: its name, languages and colours, and who answers when nobody is named. */
@Component
@Order(90)
class CityRecords implements RecordFile, RecordWriter {

    private static final int LONGEST_PROMISE = 365;

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final Ids ids;
    private final Clock clock;

    CityRecords(JdbcClient jdbc, RecordQuery query, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.query = query;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "city";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("code").needed(),
                Column.text("name").needed(),
                Column.choice("school_zone", SchoolHolidayRecords.zones()),
                Column.of(Column.Kind.LANGUAGES, "languages").needed(),
                Column.of(Column.Kind.COLOUR, "brand").needed(),
                Column.of(Column.Kind.COLOUR, "link").needed(),
                Column.of(Column.Kind.PICTURE, "logo"),
                Column.text("website"),
                Column.text("phone"),
                Column.text("address"),
                Column.text("mediator"),
                Column.text("mediator_phone"),
                Column.text("mediator_link"),
                Column.reference("triage_unit", "units").needed(),
                Column.reference("complaint_unit", "units").needed(),
                Column.of(Column.Kind.WHOLE, "promise_days").needed(),
                // says on every page that this is not the real city
                Column.of(Column.Kind.YES, "demonstration"));
    }

    @Override
    public boolean isNeeded() {
        return true;
    }

    /** There is one city. */
    @Override
    public List<String> key() {
        return List.of();
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select c.code, c.name, c.school_zone, array_to_string(c.languages, ' ') as languages, c.brand, c.link,
                       case when c.logo is null then ''
                            else case when encode(substring(c.logo from 2 for 3), 'escape') = 'PNG' then 'data:image/png' else 'data:image/svg+xml' end
                                 || ';base64,' || translate(encode(c.logo, 'base64'), e'\\n', '')
                       end as logo,
                       c.website, c.phone, c.address, c.mediator, c.mediator_phone, c.mediator_link, t.code as triage_unit, u.code as complaint_unit, c.promise_days,
                       case when c.demonstration then 'yes' else '' end as demonstration
                  from city.city c
                  join city.unit t on t.id = c.triage_unit_id
                  join city.unit u on u.id = c.complaint_unit_id
                """);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        requireTheme(line);
        jdbc.sql("""
                        insert into city.city (code, name, school_zone, languages, brand, link, logo, website, phone, address,
                                               mediator, mediator_phone, mediator_link, triage_unit_id, complaint_unit_id, promise_days, demonstration, imported_at)
                        values (:code, :name, :schoolZone, :languages, :brand, :link, :logo, :website, :phone, :address,
                                :mediator, :mediatorPhone, :mediatorLink, :triage, :complaint, :promiseDays, :demonstration, :at)
                        on conflict (only_one) do update
                           set code = excluded.code, name = excluded.name, school_zone = excluded.school_zone,
                               languages = excluded.languages, brand = excluded.brand, link = excluded.link, logo = excluded.logo,
                               website = excluded.website, phone = excluded.phone, address = excluded.address,
                               mediator = excluded.mediator, mediator_phone = excluded.mediator_phone,
                               mediator_link = excluded.mediator_link,
                               triage_unit_id = excluded.triage_unit_id, complaint_unit_id = excluded.complaint_unit_id,
                               promise_days = excluded.promise_days, demonstration = excluded.demonstration, imported_at = excluded.imported_at
                        """)
                .param("code", line.required("code"))
                .param("name", line.required("name"))
                .param("schoolZone", zone(line))
                .param("languages", languages(line).stream().map(Language::code).toArray(String[]::new))
                .param("brand", line.required("brand"))
                .param("link", line.required("link"))
                .param("logo", logo(line))
                .param("website", line.text("website").orElse(null))
                .param("phone", line.text("phone").orElse(null))
                .param("address", line.text("address").orElse(null))
                .param("mediator", line.ifThere("mediator").orElse(null))
                .param("mediatorPhone", line.ifThere("mediator_phone").orElse(null))
                .param("mediatorLink", mediatorLink(line))
                .param("triage", unit(line, "triage_unit"))
                .param("complaint", unit(line, "complaint_unit"))
                .param("promiseDays", promiseDays(line))
                .param("demonstration", line.yes("demonstration"))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static String zone(Line line) {
        return line.choice("school_zone", SchoolHolidayRecords.zones());
    }

    private UUID unit(Line line, String column) {
        return ids.unit(line, column).orElseThrow(() -> line.wrong(column, "empty"));
    }

    private static @Nullable String mediatorLink(Line line) {
        var link = line.ifThere("mediator_link");
        if (link.filter(address -> !address.startsWith("https://")).isPresent()) {
            throw line.wrong("mediator_link", "noLink");
        }
        return link.orElse(null);
    }

    private static int promiseDays(Line line) {
        return line.whole("promise_days")
                .filter(days -> days > 0 && days <= LONGEST_PROMISE)
                .orElseThrow(() -> line.wrong("promise_days", "noDays", LONGEST_PROMISE));
    }

    private static byte @Nullable [] logo(Line line) {
        return line.large("logo").isPresent() ? Picture.bytes(line, "logo") : null;
    }

    private static List<Language> languages(Line line) {
        return Arrays.stream(line.required("languages").split(" "))
                .map(code -> Language.of(code).orElseThrow(() -> line.wrong("languages", "noLanguage", code)))
                .toList();
    }

    /** A theme that cannot be read is refused here and not found out by residents. */
    private static void requireTheme(Line line) {
        var languages = languages(line);
        if (!languages.contains(Language.FR)) {
            throw line.wrong("languages", "noFrench");
        }
        for (var column : List.of("brand", "link")) {
            line.required(column);
            var colour = line.read(column, Colour::new, "noColour").orElseThrow();
            if (!Theme.isReadable(colour)) {
                throw line.wrong(column, "pale", String.format(Locale.ROOT, "%.1f", colour.contrastWith(Colour.WHITE)));
            }
        }
    }

    /** A city once there stays there. */
    @Override
    public void remove(Line line) {
        throw new DataIntegrityViolationException("The city stays");
    }

    @Override
    public void check() {
        jdbc.sql("""
                        select u.code from city.city c join city.unit u on u.id in (c.triage_unit_id, c.complaint_unit_id)
                         where u.closed_on is not null limit 1
                        """).query(String.class).optional().ifPresent(unit -> {
            throw new ImportProblem(name(), 0, "cityUnitClosed", unit);
        });
    }
}
