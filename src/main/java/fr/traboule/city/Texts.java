package fr.traboule.city;

import fr.traboule.ground.imports.Line;
import fr.traboule.web.Translated;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words of the city's files, from columns {@code name_fr}, {@code name_en}... to the table of their translations. */
@Component
class Texts {

    private final JdbcClient jdbc;

    Texts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Translated read(Line line, String column) {
        line.required(column + "_fr");
        return Translated.ofColumns(language -> line.ifThere(column + "_" + language));
    }

    /** The table is named after the thing: {@code city.unit_text} has {@code unit_id}, {@code language} and the column. */
    void save(String thing, UUID id, String column, Translated words) {
        words.texts()
                .forEach((language, text) -> jdbc.sql("""
                                insert into city.%1$s_text (%1$s_id, language, %2$s) values (?, ?, ?)
                                on conflict (%1$s_id, language) do update set %2$s = excluded.%2$s
                                """.formatted(thing, column))
                        .params(id, language.code(), text)
                        .update());
    }
}
