package fr.traboule.ground.works;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.Permission;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts from one to a hundred, and leaves a row in the database for each: what has effect twice, or never, shows. It may be
 * made to stumble at any place.
 */
class Counting implements LongWork {

    static final int ALL = 100;

    private static final Instant AT = Instant.parse("2020-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final int size;
    final String kind = "test." + UUID.randomUUID();
    Runnable before = () -> {};
    Runnable after = () -> {};

    Counting(JdbcClient jdbc, int size) {
        this.jdbc = jdbc;
        this.size = size;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String title() {
        return "upkeep.works";
    }

    @Override
    public Permission permission() {
        return WorkPermission.REBUILD;
    }

    @Override
    public OptionalLong total(Portion portion) {
        return OptionalLong.of(ALL);
    }

    @Override
    public Step next(Portion portion) {
        before.run();
        var first = portion.position().map(Integer::valueOf).orElse(0) + 1;
        var last = Math.min(first + size - 1, ALL);
        for (var number = first; number <= last; number++) {
            jdbc.sql("insert into ground.attempt (key_hash, happened_at) values (?, ?)")
                    .params(key(number), Timestamp.from(AT))
                    .update();
            portion.write((number + "\n").getBytes(UTF_8));
        }
        after.run();
        var count = last - first + 1;
        return last == ALL ? new Step.End(count) : new Step.On(count, String.valueOf(last));
    }

    /** How often each number from one on has had effect, as far as any had. */
    List<Integer> effects() {
        return jdbc.sql("""
                        select (select count(*)::int from ground.attempt where key_hash = convert_to(:kind || ' ' || number, 'UTF8'))
                          from generate_series(1, :all) as number
                         order by number
                        """)
                .param("kind", kind)
                .param("all", ALL)
                .query(Integer.class)
                .list();
    }

    private byte[] key(int number) {
        return (kind + " " + number).getBytes(UTF_8);
    }
}
