package fr.traboule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In the database too, each floor stands on those below it and knows none above. */
@WholeProgramTest
class FloorTests {

    private static final List<String> FLOORS = List.of(
            "ground",
            "records",
            "city",
            "residents",
            "staff",
            "routing",
            "requests",
            "desk",
            "answers",
            "bulk",
            "paper",
            "reception",
            "retention",
            "intake",
            "correspondence",
            "pact");

    @Autowired
    JdbcClient jdbc;

    private record Reference(String from, String to) {}

    @Test
    void foreignKeysGoDownward() {
        var references = jdbc.sql("""
                        select distinct source.nspname as "from", target.nspname as "to"
                          from pg_constraint c
                          join pg_class t on t.oid = c.conrelid join pg_namespace source on source.oid = t.relnamespace
                          join pg_class r on r.oid = c.confrelid join pg_namespace target on target.oid = r.relnamespace
                         where c.contype = 'f' and source.nspname <> target.nspname
                        """).query(Reference.class).list();

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(FLOORS.indexOf(reference.to()))
                        .as(reference.toString())
                        .isBetween(0, FLOORS.indexOf(reference.from())));
    }

    @Test
    void eachModuleHasASchemaOfItsName() {
        assertThat(jdbc.sql("""
                        select nspname from pg_namespace
                         where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'isolated')
                        """).query(String.class).list()).allMatch(FLOORS::contains);
    }
}
