package fr.traboule.ground.history;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The history of one schema. Facts are added in the transaction of the act they tell. */
public class History {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final String schema;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param schema whose migration called {@code ground.create_history} */
    public History(String schema, JdbcClient jdbc, JsonMapper json) {
        this.schema = schema;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A fact as it is read back: of who acted, what history keeps. */
    public record Told(
            UUID id,
            String kind,
            Instant at,
            String actorKind,
            Optional<AccountId> account,
            Map<String, String> details) {}

    public void add(Fact fact) {
        jdbc.sql("""
                        insert into %s.history (id, subject_id, kind, happened_at, actor_kind, actor_id, on_behalf_of, details)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        """.formatted(schema))
                .param(fact.id())
                .param(fact.subject())
                .param(fact.kind())
                .param(Timestamp.from(fact.at()))
                .param(kind(fact.actor()))
                .param(actor(fact.actor()))
                .param(onBehalfOf(fact.actor()))
                .param(json.writeValueAsString(fact.details()))
                .update();
    }

    /** Many at once. */
    public void addAll(List<Fact> facts) {
        jdbc.sql("""
                        insert into %s.history (id, subject_id, kind, happened_at, actor_kind, actor_id, on_behalf_of, details)
                        select id, subject_id, kind, happened_at, actor_kind, actor_id, on_behalf_of, details::jsonb
                          from unnest(:ids, :subjects, :kinds, :times, :actorKinds, :actors, :behalves, :details)
                               as fact (id, subject_id, kind, happened_at, actor_kind, actor_id, on_behalf_of, details)
                        """.formatted(schema))
                .param("ids", each(facts, Fact::id, UUID[]::new))
                .param("subjects", each(facts, Fact::subject, UUID[]::new))
                .param("kinds", each(facts, Fact::kind, String[]::new))
                .param("times", each(facts, fact -> Timestamp.from(fact.at()), Timestamp[]::new))
                .param("actorKinds", each(facts, fact -> kind(fact.actor()), String[]::new))
                .param("actors", each(facts, fact -> actor(fact.actor()), UUID[]::new))
                .param("behalves", each(facts, fact -> onBehalfOf(fact.actor()), String[]::new))
                .param("details", each(facts, fact -> json.writeValueAsString(fact.details()), String[]::new))
                .update();
    }

    private static <T> T[] each(List<Fact> facts, Function<Fact, @Nullable T> part, IntFunction<T[]> array) {
        return facts.stream().map(part).toArray(array);
    }

    private static @Nullable UUID actor(Actor actor) {
        return actor.actingAccount().map(AccountId::value).orElse(null);
    }

    /** In the order in which they were added. */
    public List<Told> of(UUID subject) {
        return jdbc.sql("""
                        select id, kind, happened_at, actor_kind, actor_id, details
                          from %s.history
                         where subject_id = ?
                         order by id
                        """.formatted(schema)).param(subject).query(this::told).list();
    }

    /** When one of those happened last. */
    public Optional<Instant> last(UUID subject, Collection<String> kinds) {
        return jdbc.sql("""
                        select happened_at from %s.history where subject_id = ? and kind = any (?) order by id desc limit 1
                        """.formatted(schema))
                .params(subject, kinds.toArray(String[]::new))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("actor_kind"),
                Optional.ofNullable(row.getObject("actor_id", UUID.class)).map(AccountId::new),
                json.readValue(row.getString("details"), DETAILS));
    }

    private static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Agent agent -> "agent";
            case Actor.ForResident forResident -> "agent";
            case Actor.Resident resident -> "resident";
            case Actor.Program program -> "program";
        };
    }

    private static @Nullable String onBehalfOf(Actor actor) {
        return actor instanceof Actor.ForResident ? "resident" : null;
    }
}
