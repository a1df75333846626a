package fr.traboule.city;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.database.Remembered;
import fr.traboule.records.RecordsChanged;
import fr.traboule.web.NotReady;
import fr.traboule.web.Translated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Read whole and kept for a short while: a city has some tens of units. */
@Repository
class JdbcDirectory implements Directory {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Remembered<Snapshot> remembered = new Remembered<>(FRESH, this::read);

    private record Snapshot(
            Map<UnitId, Unit> units,
            Map<OrganisationId, Organisation> organisations,
            Optional<CitySettings> settings) {}

    JdbcDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Unit unit(UnitId id) {
        var unit = snapshot().units().get(id);
        if (unit == null) {
            throw new IllegalStateException("No unit " + id.value());
        }
        return unit;
    }

    @Override
    public Optional<Unit> unit(String code) {
        return units().stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    @Override
    public Collection<Unit> units() {
        return snapshot().units().values();
    }

    @Override
    public Collection<Organisation> organisations() {
        return snapshot().organisations().values();
    }

    @Override
    public Organisation organisation(OrganisationId id) {
        var organisation = snapshot().organisations().get(id);
        if (organisation == null) {
            throw new IllegalStateException("No organisation " + id.value());
        }
        return organisation;
    }

    @Override
    public Optional<Organisation> organisation(String code) {
        return snapshot().organisations().values().stream()
                .filter(organisation -> organisation.code().equals(code))
                .findFirst();
    }

    @Override
    public CitySettings settings() {
        return snapshot().settings().orElseThrow(NotReady::new);
    }

    @Override
    public Set<UnitId> unitsOf(AccountId account) {
        return jdbc.sql("""
                        with recursive mine as (
                            select unit_id from city.post where account_id = ?
                            union
                            select u.id from city.unit u join mine on u.parent_id = mine.unit_id
                        )
                        select unit_id from mine
                        """).param(account.value()).query(UUID.class).list().stream()
                .map(UnitId::new)
                .collect(toUnmodifiableSet());
    }

    @EventListener
    void on(RecordsChanged changed) {
        remembered.readAgain();
    }

    private Snapshot snapshot() {
        return remembered.get();
    }

    private Snapshot read() {
        return new Snapshot(
                jdbc.sql("""
                                select u.*, (select jsonb_object_agg(language, name) from city.unit_text where unit_id = u.id) as names
                                  from city.unit u
                                 order by u.code
                                """).query(JdbcDirectory::unit).list().stream()
                        .collect(toUnmodifiableMap(Unit::id, identity())),
                jdbc.sql("""
                                select o.*, (select jsonb_object_agg(language, name)
                                               from city.organisation_text where organisation_id = o.id) as names
                                  from city.organisation o
                                """).query(JdbcDirectory::organisation).list().stream()
                        .collect(toUnmodifiableMap(Organisation::id, identity())),
                jdbc.sql("""
                                select code, triage_unit_id, complaint_unit_id, promise_days, school_zone, phone,
                                       mediator, mediator_phone, mediator_link
                                  from city.city
                                """)
                        .query((row, number) -> new CitySettings(
                                row.getString("code"),
                                new UnitId(row.getObject("triage_unit_id", UUID.class)),
                                new UnitId(row.getObject("complaint_unit_id", UUID.class)),
                                row.getInt("promise_days"),
                                row.getString("school_zone"),
                                Optional.ofNullable(row.getString("phone")),
                                mediator(row)))
                        .optional());
    }

    private static Optional<Mediator> mediator(ResultSet row) throws SQLException {
        var phone = Optional.ofNullable(row.getString("mediator_phone"));
        var link = Optional.ofNullable(row.getString("mediator_link"));
        return Optional.ofNullable(row.getString("mediator")).map(name -> new Mediator(name, phone, link));
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("code"),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)).map(UnitId::new),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                Translated.ofJson(row.getString("names")),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("office")),
                row.getDate("closed_on") == null);
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("code"),
                Organisation.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Translated.ofJson(row.getString("names")),
                Optional.ofNullable(row.getString("website")),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("address")));
    }
}
