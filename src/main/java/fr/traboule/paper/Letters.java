package fr.traboule.paper;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.RequestNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of the mail. */
@Repository
class Letters {

    private static final String COLUMNS = """
            l.id, l.name, l.size, l.stamped_on, l.registered_at, l.unit_id, l.brought_by, l.condition, l.file_id, l.state, l.reason,
            l.words, l.decided_by, l.decided_at, l.version, l.joined_to, r.number
            """;

    private static final String FROM =
            " from paper.letter l left join requests.request r on r.id = l.id and l.state = 'filed' ";

    /** Of an agent's units and those below, and what they brought in themselves. */
    private static final String SEEN = "(l.unit_id = any (:units) or l.brought_by = :account)";

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which letters an agent sees.
     *
     * @param units that they work in, with those below
     */
    record Seer(Set<UnitId> units, AccountId account) {

        UUID[] unitIds() {
            return units.stream().map(UnitId::value).toArray(UUID[]::new);
        }
    }

    /** @return false if that very file is in the register: nothing changes then */
    boolean add(Letter letter, byte[] arrivalKey) {
        return jdbc.sql("""
                        insert into paper.letter (id, arrival_key, name, size, stamped_on, registered_at, unit_id, brought_by,
                                                  condition, state, version)
                        values (:id, :key, :name, :size, :stampedOn, :at, :unit, :by, :condition, :state, 0)
                        on conflict (arrival_key) do nothing
                        """)
                        .param("id", letter.id().value())
                        .param("key", arrivalKey)
                        .param("name", letter.name())
                        .param("size", letter.size())
                        .param("stampedOn", letter.stampedOn())
                        .param("at", Timestamp.from(letter.registeredAt()))
                        .param("unit", letter.unit().value())
                        .param("by", letter.broughtBy().map(AccountId::value).orElse(null))
                        .param("condition", letter.condition().code())
                        .param("state", letter.state().code())
                        .update()
                == 1;
    }

    void keep(LetterId id, FileId file) {
        jdbc.sql("update paper.letter set file_id = ? where id = ?")
                .params(file.value(), id.value())
                .update();
    }

    Optional<Letter> byArrival(byte[] arrivalKey) {
        return jdbc.sql("select " + COLUMNS + FROM + "where l.arrival_key = ?")
                .param(arrivalKey)
                .query(Letters::letter)
                .optional();
    }

    boolean exists(LetterId id) {
        return jdbc.sql("select exists (select from paper.letter where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Letter> byId(LetterId id, Seer seer) {
        return jdbc.sql("select " + COLUMNS + FROM + "where l.id = :id and " + SEEN)
                .param("id", id.value())
                .param("units", seer.unitIds())
                .param("account", seer.account().value())
                .query(Letters::letter)
                .optional();
    }

    /** Those that somebody must look at, the first that arrived first. */
    List<Letter> toQualify(Seer seer, Letter.Position after, int most) {
        return jdbc.sql("select " + COLUMNS + FROM + """
                         where l.state = 'to_qualify' and (l.stamped_on, l.id) > (:afterDay, :afterId) and %s
                         order by l.stamped_on, l.id
                         limit :most
                        """.formatted(SEEN))
                .param("afterDay", after.stampedOn())
                .param("afterId", after.id())
                .param("units", seer.unitIds())
                .param("account", seer.account().value())
                .param("most", most)
                .query(Letters::letter)
                .list();
    }

    /** All that ever came, the last first. */
    List<Letter> register(Seer seer, UUID before, int most) {
        return jdbc.sql("select " + COLUMNS + FROM + """
                         where l.id < :before and %s
                         order by l.id desc
                         limit :most
                        """.formatted(SEEN))
                .param("before", before)
                .param("units", seer.unitIds())
                .param("account", seer.account().value())
                .param("most", most)
                .query(Letters::letter)
                .list();
    }

    ReadLetters.Waiting waiting(Seer seer) {
        return jdbc.sql(
                        "select count(*) as number, min(l.stamped_on) as oldest from paper.letter l where l.state = 'to_qualify' and "
                                + SEEN)
                .param("units", seer.unitIds())
                .param("account", seer.account().value())
                .query((row, number) -> new ReadLetters.Waiting(
                        row.getLong("number"), Optional.ofNullable(row.getObject("oldest", LocalDate.class))))
                .single();
    }

    /** @return false if it was filed or settled since, or changed: nothing changes then */
    boolean settle(Letter letter, SettleReason reason, Optional<String> words, AccountId by, Instant at) {
        return jdbc.sql("""
                        update paper.letter
                           set state = 'settled', reason = :reason, words = :words, decided_by = :by, decided_at = :at,
                               version = version + 1
                         where id = :id and state = 'to_qualify' and version = :version
                        """)
                        .param("reason", reason.code())
                        .param("words", words.orElse(null))
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .param("id", letter.id().value())
                        .param("version", letter.version())
                        .update()
                == 1;
    }

    /** @return false if it is not settled, or changed since */
    boolean takeBack(LetterId id, int version) {
        return jdbc.sql("""
                        update paper.letter
                           set state = 'to_qualify', reason = null, words = null, decided_by = null, decided_at = null,
                               version = version + 1
                         where id = ? and state = 'settled' and version = ?
                        """).params(id.value(), version).update() == 1;
    }

    /**
     * In a transaction. Both are held until it ends, so that neither goes elsewhere meanwhile.
     *
     * @return false if one of them waits no more, it was changed since, or others are joined to it: nothing changes then
     */
    boolean join(Letter letter, LetterId to, AccountId by, Instant at) {
        jdbc.sql("select id from paper.letter where id in (:id, :to) order by id for update")
                .param("id", letter.id().value())
                .param("to", to.value())
                .query(UUID.class)
                .list();
        return jdbc.sql("""
                        update paper.letter l
                           set state = 'joined', joined_to = :to, decided_by = :by, decided_at = :at, version = version + 1
                         where l.id = :id and l.state = 'to_qualify' and l.version = :version
                           and exists (select from paper.letter o where o.id = :to and o.state = 'to_qualify')
                           and not exists (select from paper.letter o where o.joined_to = :id)
                        """)
                        .param("id", letter.id().value())
                        .param("version", letter.version())
                        .param("to", to.value())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** @return false if it is not joined, was changed since, or what it is joined to waits no more */
    boolean separate(Letter letter) {
        return jdbc.sql("""
                        update paper.letter l
                           set state = 'to_qualify', joined_to = null, decided_by = null, decided_at = null, version = version + 1
                         where l.id = ? and l.state = 'joined' and l.version = ?
                           and exists (select from paper.letter o where o.id = l.joined_to and o.state = 'to_qualify' for update)
                        """).params(letter.id().value(), letter.version()).update() == 1;
    }

    /** The other files of the same letter, as they came. */
    List<Letter> joinedTo(LetterId id) {
        return jdbc.sql("select " + COLUMNS + FROM + "where l.joined_to = ? order by l.id")
                .param(id.value())
                .query(Letters::letter)
                .list();
    }

    /** @return false if it was filed or settled before */
    boolean filed(LetterId id, AccountId by, Instant at) {
        return jdbc.sql("""
                        update paper.letter set state = 'filed', decided_by = ?, decided_at = ?, version = version + 1
                         where id = ? and state = 'to_qualify'
                        """).params(by.value(), Timestamp.from(at), id.value()).update() == 1;
    }

    /** @return false if there is no such letter, or it is in that condition already */
    boolean nowIn(UUID id, LetterCondition condition) {
        return jdbc.sql("""
                        update paper.letter set condition = :condition, version = version + 1
                         where id = :id and condition <> :condition
                        """)
                        .param("condition", condition.code())
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * What the register has of a request that was destroyed, but that it came.
     *
     * @return which objects of a bucket are gone with it
     */
    List<String> forget(UUID id) {
        jdbc.sql("select paper.forget(?)").param(id).query((row, number) -> 0).list();
        return jdbc
                .sql("""
                        delete from paper.file
                         where owner_id = :id or owner_id in (select l.id from paper.letter l where l.joined_to = :id)
                        returning object_key
                        """)
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getString("object_key")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those that still wait go where the unit's work goes, with what is joined to them. */
    List<LetterId> move(UnitId from, UnitId to) {
        return jdbc.sql("""
                        update paper.letter l set unit_id = ?, version = version + 1
                         where l.unit_id = ?
                           and (l.state = 'to_qualify'
                                or exists (select from paper.letter o where o.id = l.joined_to and o.state = 'to_qualify'))
                        returning id
                        """).params(to.value(), from.value()).query(UUID.class).list().stream()
                .map(LetterId::new)
                .toList();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        var decidedAt = row.getTimestamp("decided_at");
        return new Letter(
                new LetterId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getLong("size"),
                row.getObject("stamped_on", LocalDate.class),
                row.getTimestamp("registered_at").toInstant(),
                new UnitId(row.getObject("unit_id", UUID.class)),
                account(row, "brought_by"),
                LetterCondition.of(row.getString("condition")),
                Optional.ofNullable(row.getObject("file_id", UUID.class)).map(FileId::new),
                LetterState.of(row.getString("state")),
                decidedAt == null
                        ? Optional.empty()
                        : Optional.of(new Letter.Decision(
                                Optional.ofNullable(row.getString("reason")).map(SettleReason::of),
                                Optional.ofNullable(row.getString("words")),
                                account(row, "decided_by"),
                                decidedAt.toInstant())),
                Optional.ofNullable(row.getString("number")).map(RequestNumber::new),
                Optional.ofNullable(row.getObject("joined_to", UUID.class)).map(LetterId::new),
                row.getInt("version"));
    }

    private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
    }
}
