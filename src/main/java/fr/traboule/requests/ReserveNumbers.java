package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that are given away on paper before there is a request: each belongs to one id, and the request that is filed under
 * that id has it. So it is used once at most, and the secret is known beforehand too.
 */
@Service
public class ReserveNumbers {

    private final JdbcClient jdbc;
    private final Receipts receipts;
    private final Permissions permissions;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    ReserveNumbers(JdbcClient jdbc, Receipts receipts, Permissions permissions, Clock clock) {
        this.jdbc = jdbc;
        this.receipts = receipts;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What a person takes away today of a request that will be filed later. */
    public record Reserved(RequestId request, Receipt receipt) {}

    @Transactional
    public List<Reserved> reserve(Actor actor, int howMany) {
        permissions.require(actor, RequestPermission.FILE);
        return Stream.generate(this::reserve).limit(howMany).toList();
    }

    private Reserved reserve() {
        var id = RequestId.next();
        var number = free(random);
        jdbc.sql("insert into requests.reserved_number (request_id, number, reserved_at) values (?, ?, ?)")
                .params(id.value(), number.signs(), Timestamp.from(clock.instant()))
                .update();
        return new Reserved(id, receipt(id, number));
    }

    /** The receipt once more, to print it again. */
    public Receipt receipt(RequestId id, RequestNumber number) {
        return receipts.of(id, number);
    }

    /** Whether somebody was given that number on paper with that secret, and nobody typed it in yet. */
    public boolean isOnPaper(RequestNumber number, TrackingSecret secret) {
        return jdbc.sql("""
                        select request_id from requests.reserved_number n
                         where number = ? and not exists (select from requests.request r where r.id = n.request_id)
                        """)
                .param(number.signs())
                .query(UUID.class)
                .optional()
                .filter(id -> receipts.of(new RequestId(id), number).secret().isSameAs(secret))
                .isPresent();
    }

    Optional<RequestNumber> numberOf(RequestId id) {
        return jdbc.sql("select number from requests.reserved_number where request_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(RequestNumber::new);
    }

    /** One that nobody has, neither on a request nor on paper. */
    RequestNumber free(RandomGenerator from) {
        while (true) {
            var number = RequestNumber.random(from);
            var taken = jdbc.sql("""
                            select exists (select from requests.request where number = :number)
                                or exists (select from requests.reserved_number where number = :number)
                            """)
                    .param("number", number.signs())
                    .query(Boolean.class)
                    .single();
            if (!taken) {
                return number;
            }
        }
    }
}
