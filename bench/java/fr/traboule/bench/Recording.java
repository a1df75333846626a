package fr.traboule.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/**
 * The statements of one visit, in their transactions. Played again, what the visit created (ids, numbers, codes, hashes) is
 * made anew, so that each time writes rows of its own.
 *
 * @param since ids made after this instant are the visit's own
 * @param signs numbers and codes that the visit was given
 */
public record Recording(List<Step> steps, Instant since, Set<String> signs) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** What the program did with its connection. */
    public sealed interface Step {}

    /** A statement with its parameters, once or as a batch. */
    public record Execute(String sql, List<List<ParameterSetOperation>> parameters) implements Step {

        boolean asks() {
            var begin = sql.strip().toLowerCase(Locale.ROOT);
            return (begin.startsWith("select") || begin.startsWith("with")) && parameters.size() <= 1;
        }
    }

    /** The connection begins to gather statements in transactions. */
    record Begin() implements Step {}

    record Commit() implements Step {}

    long statements() {
        return steps.stream().filter(Execute.class::isInstance).count();
    }

    long transactions() {
        return steps.stream().filter(Commit.class::isInstance).count();
    }

    void play(DataSource database) throws SQLException {
        var fresh = new HashMap<Object, Object>();
        try (var connection = database.getConnection()) {
            for (var step : steps) {
                switch (step) {
                    case Begin begin -> connection.setAutoCommit(false);
                    case Commit commit -> {
                        connection.commit();
                        connection.setAutoCommit(true);
                    }
                    case Execute execute -> execute(execute, connection, fresh);
                }
            }
        }
    }

    /**
     * How the database reads what the visit asked for, on the data that are there: each question with its plan as it was carried
     * out, but those that take less than a tenth of a millisecond.
     */
    public String plans(Connection database) throws SQLException {
        var text = new StringBuilder();
        for (var step : steps) {
            if (step instanceof Execute execute && execute.asks()) {
                var plan = plan(execute, database);
                if (plan.milliseconds() >= 0.1) {
                    text.append(execute.sql().strip())
                            .append("\n\n")
                            .append(plan.text())
                            .append("\n\n\n");
                }
            }
        }
        return text.toString();
    }

    private record Plan(String text, double milliseconds) {}

    private Plan plan(Execute execute, Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("explain (analyze, costs off, buffers off) " + execute.sql())) {
            for (var parameter : execute.parameters().getFirst()) {
                set(statement, parameter, new HashMap<>());
            }
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            var took = lines.getLast().replaceAll("[^0-9.]", "");
            return new Plan(String.join("\n", lines), Double.parseDouble(took));
        }
    }

    private void execute(Execute execute, Connection connection, Map<Object, Object> fresh) throws SQLException {
        try (var statement = connection.prepareStatement(execute.sql())) {
            for (var row : execute.parameters()) {
                for (var parameter : row) {
                    set(statement, parameter, fresh);
                }
                if (execute.parameters().size() > 1) {
                    statement.addBatch();
                }
            }
            if (execute.parameters().size() > 1) {
                statement.executeBatch();
            } else if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }

    private void set(PreparedStatement statement, ParameterSetOperation parameter, Map<Object, Object> fresh)
            throws SQLException {
        var arguments = new ArrayList<Object>(List.of(parameter.getArgs()));
        arguments.set(1, fresh(arguments.get(1), fresh));
        try {
            parameter.getMethod().invoke(statement, arguments.toArray());
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new SQLException(e);
        }
    }

    private Object fresh(Object value, Map<Object, Object> fresh) {
        return switch (value) {
            case UUID id when isOwn(id) -> fresh.computeIfAbsent(id, own -> UuidCreator.getTimeOrderedEpoch());
            case byte[] hash when hash.length == 32 -> fresh.computeIfAbsent(ByteBuffer.wrap(hash), own -> random32());
            case String sign when signs.contains(sign) -> fresh.computeIfAbsent(sign, own -> random(sign.length()));
            default -> value;
        };
    }

    private boolean isOwn(UUID id) {
        return id.version() == 7 && !UuidUtil.getInstant(id).isBefore(since);
    }

    private static byte[] random32() {
        var bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private static String random(int length) {
        return ThreadLocalRandom.current()
                .ints(length, 0, ALPHABET.length())
                .mapToObj(sign -> ALPHABET.substring(sign, sign + 1))
                .reduce("", String::concat);
    }
}
