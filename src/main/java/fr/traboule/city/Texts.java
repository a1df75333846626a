package fr.traboule.city;

import fr.traboule.records.Line;
import fr.traboule.web.Language;
import java.util.Optional;
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

    /** The table is named after the thing: {@code city.unit_text} has {@code unit_id}, {@code language} and the column. */
    void save(String thing, UUID id, String column, Line line) {
        line.required(column + "_fr");
        for (var language : Language.values()) {
            save(thing, id, column, language, line.ifThere(column + "_" + language.code()));
        }
    }

    private void save(String thing, UUID id, String column, Language language, Optional<String> text) {
        if (text.isEmpty()) {
            jdbc.sql("delete from city.%1$s_text where %1$s_id = ? and language = ?".formatted(thing))
                    .params(id, language.code())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into city.%1$s_text (%1$s_id, language, %2$s) values (?, ?, ?)
                        on conflict (%1$s_id, language) do update set %2$s = excluded.%2$s
                        """.formatted(thing, column))
                .params(id, language.code(), text.get())
                .update();
    }

    void remove(String thing, UUID id) {
        jdbc.sql("delete from city.%1$s_text where %1$s_id = ?".formatted(thing))
                .param(id)
                .update();
        jdbc.sql("delete from city.%s where id = ?".formatted(thing)).param(id).update();
    }
}
