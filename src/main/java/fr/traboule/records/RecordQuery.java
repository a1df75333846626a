package fr.traboule.records;

import fr.traboule.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records with a query whose columns are named as those of the file. */
@Component
public class RecordQuery {

    private final JdbcClient jdbc;

    RecordQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Entry> read(String sql) {
        return read(sql, Map.of());
    }

    public List<Entry> read(String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql).params(parameters).query(RecordQuery::entry).list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var labels = row.getMetaData();
        var entry = new Entry.Builder();
        for (var column = 1; column <= labels.getColumnCount(); column++) {
            entry.put(labels.getColumnLabel(column), row.getString(column));
        }
        return entry.build();
    }

    /**
     * The words of a thing as one column per language: of {@code thing}, in {@code schema.thing_text} by its {@code thing_id}.
     *
     * @param id what stands there, in the query around
     */
    public static String words(String schema, String thing, String id, String column) {
        return words(schema, thing, thing + "_id", id, column, column);
    }

    /** As above, by another column, and under another name. */
    public static String words(String schema, String thing, String owner, String id, String column, String as) {
        return Arrays.stream(Language.values())
                .map(language -> """
                        (select t.%s from %s.%s_text t where t.%s = %s and t.language = '%s') as %s_%6$s""".formatted(column, schema, thing, owner, id, language.code(), as))
                .collect(Collectors.joining(", "));
    }
}
