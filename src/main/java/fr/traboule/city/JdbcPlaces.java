package fr.traboule.city;

import fr.traboule.ground.database.Remembered;
import fr.traboule.records.RecordsChanged;
import fr.traboule.web.Translated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places and telephone lines, read whole and kept for a short while: a city has some hundreds of them. */
@Repository
class JdbcPlaces {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Remembered<Known> remembered = new Remembered<>(FRESH, this::read);

    private record Known(List<Place> places, List<PhoneLine> phoneLines) {}

    JdbcPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By kind, then by name. */
    List<Place> all() {
        return known().places();
    }

    Optional<Place> bySlug(String slug) {
        return all().stream().filter(place -> place.slug().equals(slug)).findFirst();
    }

    List<PhoneLine> phoneLines() {
        return known().phoneLines();
    }

    /** Town halls and libraries are what people know best. */
    List<Landmark> landmarks() {
        return all().stream()
                .filter(place -> place.kind() == PlaceKind.TOWN_HALL || place.kind() == PlaceKind.LIBRARY)
                .flatMap(place ->
                        place.point().map(point -> new Landmark(place.name().french(), point)).stream())
                .toList();
    }

    /** Whether those are its hours at this moment. */
    boolean hasHours(String slug, String hours) {
        return jdbc.sql("select exists (select from city.place where slug = ? and hours = ?)")
                .params(slug, hours)
                .query(Boolean.class)
                .single();
    }

    /** Whether those are its hours at this moment. */
    boolean phoneLineHasHours(String code, String hours) {
        return jdbc.sql("select exists (select from city.phone_line where code = ? and hours = ?)")
                .params(code, hours)
                .query(Boolean.class)
                .single();
    }

    @EventListener
    void on(RecordsChanged changed) {
        remembered.readAgain();
    }

    private Known known() {
        return remembered.get();
    }

    private Known read() {
        var closures = closures();
        var places = jdbc.sql("""
                        select p.*, (select jsonb_object_agg(language, name) from city.place_text where place_id = p.id) as names
                          from city.place p
                        """).query((row, number) -> place(row, closures)).list().stream()
                .sorted(Comparator.comparing(Place::kind).thenComparing(Place::slug))
                .toList();
        var phoneLines = jdbc.sql("""
                        select l.*, (select jsonb_object_agg(language, name) from city.phone_line_text where phone_line_id = l.id) as names
                          from city.phone_line l
                         order by l.code
                        """).query(JdbcPlaces::phoneLine).list();
        return new Known(places, phoneLines);
    }

    private Map<UUID, List<ExceptionalClosure>> closures() {
        record Line(UUID place, ExceptionalClosure closure) {}
        return jdbc
                .sql("""
                        select c.place_id, c.starts_on, c.ends_on, jsonb_object_agg(t.language, t.reason) as reasons
                          from city.closure c join city.closure_text t on t.closure_id = c.id
                         group by c.id
                         order by c.starts_on
                        """)
                .query((row, number) -> new Line(
                        row.getObject("place_id", UUID.class),
                        new ExceptionalClosure(
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                Translated.ofJson(row.getString("reasons")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Line::place, Collectors.mapping(Line::closure, Collectors.toUnmodifiableList())));
    }

    private static Place place(ResultSet row, Map<UUID, List<ExceptionalClosure>> closures) throws SQLException {
        var longitude = row.getObject("longitude", Double.class);
        var latitude = row.getObject("latitude", Double.class);
        return new Place(
                row.getString("slug"),
                PlaceKind.of(row.getString("kind")),
                Translated.ofJson(row.getString("names")),
                Optional.ofNullable(row.getString("address")),
                row.getString("postcode"),
                row.getString("town"),
                Optional.ofNullable(row.getString("area_code")),
                Optional.ofNullable(longitude).map(east -> new Point(east, latitude)),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("website")),
                hours(row),
                closures.getOrDefault(row.getObject("id", UUID.class), List.of()),
                row.getString("source"),
                row.getInt("version"));
    }

    private static PhoneLine phoneLine(ResultSet row, int number) throws SQLException {
        return new PhoneLine(
                row.getString("code"), Translated.ofJson(row.getString("names")), row.getString("number"), hours(row));
    }

    private static Optional<Hours> hours(ResultSet row) throws SQLException {
        var rule = Optional.ofNullable(row.getString("hours"));
        var source = Optional.ofNullable(row.getString("hours_source"));
        var readOn = Optional.ofNullable(row.getString("hours_read_on"));
        var verifiedOn = Optional.ofNullable(row.getObject("hours_verified_on", LocalDate.class));
        return rule.map(known -> new Hours(known, source, readOn, verifiedOn));
    }
}
