package fr.traboule.reception;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.requests.Channel;
import fr.traboule.residents.Need;
import fr.traboule.routing.SubjectId;
import fr.traboule.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered on the spot. Only ever added to. */
@Repository
class Encounters {

    private final JdbcClient jdbc;

    Encounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there were about one subject by one channel. */
    record Count(Optional<SubjectId> subject, Channel channel, long number) {}

    /** Sent twice, it is one. */
    void add(Encounter encounter) {
        jdbc.sql("""
                        insert into reception.encounter (id, met_at, account_id, unit_id, channel, subject_id, area_code, language,
                                                         needs, words, minutes)
                        values (:id, :at, :agent, :unit, :channel, :subject, :area, :language, :needs, :words, :minutes)
                        on conflict (id) do nothing
                        """)
                .param("id", encounter.id())
                .param("at", Timestamp.from(encounter.at()))
                .param("agent", encounter.agent().value())
                .param("unit", encounter.unit().value())
                .param("channel", encounter.channel().name().toLowerCase(Locale.ROOT))
                .param("subject", encounter.subject().map(SubjectId::value).orElse(null))
                .param("area", encounter.area().orElse(null))
                .param("language", encounter.language().code())
                .param("needs", encounter.needs().stream().map(Need::code).toArray(String[]::new))
                .param("words", encounter.words().orElse(null))
                .param("minutes", encounter.minutes().orElse(null))
                .update();
    }

    /** Those of these units since then, the last first; each unit's own index gives its last ones. */
    List<Encounter> of(Collection<UnitId> units, Instant since, Encounter.Position before, int most) {
        return jdbc.sql("""
                        select e.*
                          from unnest(:units) as unit(id),
                               lateral (select * from reception.encounter
                                         where unit_id = unit.id and met_at >= :since and (met_at, id) < (:beforeAt, :beforeId)
                                         order by met_at desc, id desc
                                         limit :most) as e
                         order by e.met_at desc, e.id desc
                         limit :most
                        """)
                .param("units", ids(units))
                .param("since", Timestamp.from(since))
                .param("beforeAt", Timestamp.from(before.at()))
                .param("beforeId", before.id())
                .param("most", most)
                .query(Encounters::encounter)
                .list();
    }

    /** Those of these units since then, the most frequent subject first. */
    List<Count> counts(Collection<UnitId> units, Instant since) {
        return jdbc.sql("""
                        select subject_id, channel, count(*) as number
                          from reception.encounter
                         where unit_id = any (:units) and met_at >= :since
                         group by subject_id, channel
                         order by sum(count(*)) over (partition by subject_id) desc, subject_id, channel
                        """)
                .param("units", ids(units))
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Count(subject(row), channel(row), row.getLong("number")))
                .list();
    }

    private static UUID[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private static Encounter encounter(ResultSet row, int number) throws SQLException {
        return new Encounter(
                row.getObject("id", UUID.class),
                row.getTimestamp("met_at").toInstant(),
                new AccountId(row.getObject("account_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                channel(row),
                subject(row),
                Optional.ofNullable(row.getString("area_code")),
                Language.of(row.getString("language")).orElse(Language.FR),
                Stream.of((String[]) row.getArray("needs").getArray())
                        .map(Need::of)
                        .toList(),
                Optional.ofNullable(row.getString("words")),
                Optional.ofNullable(row.getObject("minutes", Integer.class)));
    }

    private static Optional<SubjectId> subject(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new);
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT));
    }
}
