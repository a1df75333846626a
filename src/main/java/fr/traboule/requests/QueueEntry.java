package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as a line of a list.
 *
 * @param description what the person said, or the part where words were found
 */
public record QueueEntry(
        RequestId id,
        RequestNumber number,
        Optional<SubjectId> subject,
        UnitId unit,
        Optional<AccountId> heldBy,
        RequestStatus status,
        LocalDate dueOn,
        Instant receivedAt,
        int chases,
        String description,
        Optional<String> place,
        Channel channel,
        Optional<String> area) {

    /** Before what was found, in a description that was searched: private-use characters, that nobody types. */
    public static final String FOUND = "\uE000";

    public static final String FOUND_END = "\uE001";

    /** From the columns that queues and searches read. */
    static QueueEntry of(ResultSet row, int number) throws SQLException {
        return new QueueEntry(
                new RequestId(row.getObject("request_id", UUID.class)),
                new RequestNumber(row.getString("number")),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Optional.ofNullable(row.getObject("held_by", UUID.class)).map(AccountId::new),
                RequestStatus.of(row.getString("status")),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("chases"),
                row.getString("description"),
                Optional.ofNullable(row.getString("place")),
                Channel.of(row.getString("channel")),
                Optional.ofNullable(row.getString("area_code")));
    }

    public QueuePosition position() {
        return new QueuePosition(dueOn, id);
    }

    public SearchPosition searchPosition() {
        return new SearchPosition(receivedAt, id);
    }
}
