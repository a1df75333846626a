package fr.traboule.records;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the tables of a schema, to see whether anything changed: for each, how many rows and a hash of them. */
public final class Contents {

    private Contents() {}

    /** @param except columns that change at each import */
    public static Map<String, String> of(String schema, JdbcClient jdbc, String... except) {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = ?")
                .param(schema)
                .query(String.class)
                .list()
                .stream()
                .collect(toMap(
                        table -> table, table -> of(schema + "." + table, except, jdbc), (a, b) -> a, TreeMap::new));
    }

    private static String of(String table, String[] except, JdbcClient jdbc) {
        return jdbc.sql("""
                        select count(*) || ' rows ' || md5(coalesce(string_agg(line, e'\\n' order by line), ''))
                          from (select (to_jsonb(t) - :except::text[])::text as line from %s t) as lines
                        """.formatted(table))
                .param("except", except)
                .query(String.class)
                .single();
    }
}
