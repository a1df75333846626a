package fr.traboule.city;

import fr.traboule.records.Line;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records that cells name by their code. */
@Component
class Ids {

    private final JdbcClient jdbc;

    Ids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> organisation(Line line, String column) {
        return named(line, column, "select id from city.organisation where code = ?", "organisations");
    }

    Optional<UUID> unit(Line line, String column) {
        return named(line, column, "select id from city.unit where code = ?", "units");
    }

    Optional<UUID> place(Line line, String column) {
        return named(line, column, "select id from city.place where slug = ?", "places");
    }

    private Optional<UUID> named(Line line, String column, String query, String file) {
        return line.text(column)
                .map(code -> jdbc.sql(query)
                        .param(code)
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(() -> line.wrong(column, "notIn", file)));
    }
}
