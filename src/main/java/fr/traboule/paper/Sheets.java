package fr.traboule.paper;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outage sheets. */
@Repository
class Sheets {

    private static final String COLUMNS =
            "request_id, number, batch, unit_id, printed_by, printed_at, state, reason, decided_by, decided_at, version";

    private final JdbcClient jdbc;

    Sheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Sheet sheet) {
        jdbc.sql("""
                        insert into paper.sheet (request_id, number, batch, unit_id, printed_by, printed_at, state, version)
                        values (?, ?, ?, ?, ?, ?, ?, 0)
                        """)
                .params(
                        sheet.request().value(),
                        sheet.number().signs(),
                        sheet.batch(),
                        sheet.unit().value(),
                        sheet.printedBy().value(),
                        Timestamp.from(sheet.printedAt()),
                        sheet.state().code())
                .update();
    }

    /** Two who print the same batch at once: the second waits, then finds it there. */
    void lock(UUID batch) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(batch.getMostSignificantBits() ^ batch.getLeastSignificantBits())
                .query((row, number) -> number)
                .single();
    }

    List<Sheet> batch(UUID batch) {
        return jdbc.sql("select " + COLUMNS + " from paper.sheet where batch = ? order by request_id")
                .param(batch)
                .query(Sheets::sheet)
                .list();
    }

    Optional<Sheet> byNumber(RequestNumber number) {
        return jdbc.sql("select " + COLUMNS + " from paper.sheet where number = ?")
                .param(number.signs())
                .query(Sheets::sheet)
                .optional();
    }

    Optional<Sheet> byRequest(UUID request) {
        return jdbc.sql("select " + COLUMNS + " from paper.sheet where request_id = ?")
                .param(request)
                .query(Sheets::sheet)
                .optional();
    }

    /** Those that nobody typed in or declared spoiled, the first printed first. */
    List<Sheet> printed(Set<UnitId> units, UUID after, int most) {
        return jdbc.sql("select " + COLUMNS + """
                          from paper.sheet
                         where state = 'printed' and unit_id = any (:units) and request_id > :after
                         order by request_id
                         limit :most
                        """)
                .param("units", ids(units))
                .param("after", after)
                .param("most", most)
                .query(Sheets::sheet)
                .list();
    }

    /** All of them, the last printed first. */
    List<Sheet> all(Set<UnitId> units, UUID before, int most) {
        return jdbc.sql("select " + COLUMNS + """
                          from paper.sheet
                         where unit_id = any (:units) and request_id < :before
                         order by request_id desc
                         limit :most
                        """)
                .param("units", ids(units))
                .param("before", before)
                .param("most", most)
                .query(Sheets::sheet)
                .list();
    }

    /** @return false if it is a request, or somebody changed it since */
    boolean spoil(RequestNumber number, int version, String reason, AccountId by, Instant at) {
        return jdbc.sql("""
                        update paper.sheet
                           set state = 'spoiled', reason = ?, decided_by = ?, decided_at = ?, version = version + 1
                         where number = ? and state = 'printed' and version = ?
                        """)
                        .params(reason, by.value(), Timestamp.from(at), number.signs(), version)
                        .update()
                == 1;
    }

    /** @return false if it is a request already */
    boolean use(RequestId request, AccountId by, Instant at) {
        return jdbc.sql("""
                        update paper.sheet set state = 'used', decided_by = ?, decided_at = ?, version = version + 1
                         where request_id = ? and state <> 'used'
                        """)
                        .params(by.value(), Timestamp.from(at), request.value())
                        .update()
                == 1;
    }

    void move(UnitId from, UnitId to) {
        jdbc.sql("update paper.sheet set unit_id = ?, version = version + 1 where unit_id = ? and state = 'printed'")
                .params(to.value(), from.value())
                .update();
    }

    private static UUID[] ids(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private static Sheet sheet(ResultSet row, int number) throws SQLException {
        return new Sheet(
                new RequestId(row.getObject("request_id", UUID.class)),
                new RequestNumber(row.getString("number")),
                row.getObject("batch", UUID.class),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new AccountId(row.getObject("printed_by", UUID.class)),
                row.getTimestamp("printed_at").toInstant(),
                SheetState.of(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                row.getInt("version"));
    }
}
