package fr.traboule.routing;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.imports.ImportFolder;
import fr.traboule.ground.imports.Line;
import fr.traboule.web.Language;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads what people may ask for, and who answers for it: {@code themes.csv}, {@code subjects.csv}, {@code subject_texts.csv}
 * and {@code competences.csv} of a city's folder, whole or not at all. Loading the same files twice changes nothing.
 */
@Service
public class ImportSubjects {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportSubjects(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws fr.traboule.ground.imports.ImportProblem naming the file and the line that cannot be taken */
    @Transactional
    public void load(ImportFolder folder) {
        var rank = 0;
        for (var line : folder.csv("themes.csv", "code")) {
            saveTheme(line, rank++);
        }
        var subjects = folder.csv("subjects.csv", "code");
        for (var line : subjects) {
            saveSubject(line, rank++);
        }
        folder.csv("subject_texts.csv", "subject", "language").forEach(this::saveText);
        subjects.forEach(this::requireFrench);
        replaceKnownWords();
        jdbc.sql("delete from routing.competence").update();
        folder.csv("competences.csv").forEach(this::saveCompetence);
        events.publishEvent(new SubjectsImported(clock.instant()));
    }

    private void saveTheme(Line line, int rank) {
        var code = line.required("code");
        line.required("name_fr");
        jdbc.sql("""
                        insert into routing.theme (code, rank) values (?, ?)
                        on conflict (code) do update set rank = excluded.rank
                        """).params(code, rank).update();
        for (var language : Language.values()) {
            line.ifThere("name_" + language.code())
                    .ifPresent(name ->
                            jdbc.sql("""
                            insert into routing.theme_text (theme_code, language, name) values (?, ?, ?)
                            on conflict (theme_code, language) do update set name = excluded.name
                            """).params(code, language.code(), name).update());
        }
    }

    private void saveSubject(Line line, int rank) {
        var nature = line.read("nature", Nature::of, "is not a nature of requests")
                .orElseThrow(() -> line.wrong("nature", "is empty"));
        var saved = jdbc.sql("""
                        insert into routing.subject (id, code, theme_code, nature, place_useful, sensitive, promise_days, rank)
                        select :id, :code, t.code, :nature, :placeUseful, :sensitive, :promiseDays, :rank from routing.theme t where t.code = :theme
                        on conflict (code) do update
                           set theme_code = excluded.theme_code, nature = excluded.nature, place_useful = excluded.place_useful,
                               sensitive = excluded.sensitive, promise_days = excluded.promise_days, rank = excluded.rank
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", line.required("code"))
                .param("theme", line.required("theme"))
                .param("nature", nature.code())
                .param("placeUseful", isPlaceUseful(line))
                .param("sensitive", isSensitive(line))
                .param("promiseDays", promiseDays(line))
                .param("rank", rank)
                .update();
        if (saved == 0) {
            throw line.wrong("theme", "is not in themes.csv");
        }
    }

    private static boolean isPlaceUseful(Line line) {
        return switch (line.required("place")) {
            case "useful" -> true;
            case "none" -> false;
            default -> throw line.wrong("place", "is neither « useful » nor « none »");
        };
    }

    private static boolean isSensitive(Line line) {
        var said = line.ifThere("sensitive");
        if (said.isPresent() && !said.get().equals("yes")) {
            throw line.wrong("sensitive", "is neither « yes » nor empty");
        }
        return said.isPresent();
    }

    private static int promiseDays(Line line) {
        return line.whole("promise_days")
                .filter(days -> days > 0)
                .orElseThrow(() -> line.wrong("promise_days", "is not at least one day"));
    }

    private void requireFrench(Line line) {
        var hasFrench =
                jdbc.sql("""
                        select exists (select from routing.subject s join routing.subject_text t on t.subject_id = s.id
                                        where s.code = ? and t.language = 'fr')
                        """).param(line.required("code")).query(Boolean.class).single();
        if (!hasFrench) {
            throw line.wrong("code", "has no French words in subject_texts.csv");
        }
    }

    private void saveText(Line line) {
        var language = line.read(
                        "language",
                        code -> Language.of(code).orElseThrow(IllegalArgumentException::new),
                        "is not offered")
                .orElseThrow(() -> line.wrong("language", "is empty"));
        var saved = jdbc.sql("""
                        insert into routing.subject_text (subject_id, language, title, summary, keywords)
                        select s.id, :language, :title, :summary, :keywords from routing.subject s where s.code = :subject
                        on conflict (subject_id, language) do update
                           set title = excluded.title, summary = excluded.summary, keywords = excluded.keywords
                        """)
                .param("subject", line.required("subject"))
                .param("language", language.code())
                .param("title", line.required("title"))
                .param("summary", line.required("summary"))
                .param("keywords", line.text("keywords").orElse(""))
                .update();
        if (saved == 0) {
            throw line.wrong("subject", "is not in subjects.csv");
        }
    }

    private void replaceKnownWords() {
        jdbc.sql("delete from routing.known_word").update();
        jdbc.sql("""
                        insert into routing.known_word (language, word)
                        select distinct language, word
                          from routing.subject_text,
                               regexp_split_to_table(ground.plain(title || ' ' || keywords), '[^[:alnum:]]+') as word
                         where length(word) > 3
                        """).update();
    }

    private void saveCompetence(Line line) {
        requireKnown(line, "subject", "select exists (select from routing.subject where code = ?)");
        requireKnown(line, "organisation", "select exists (select from city.organisation where code = ?)");
        requireKnown(line, "unit", "select exists (select from city.unit where code = ?)");
        if (line.text("area").isPresent()) {
            requireKnown(line, "area", "select exists (select from city.area where code = ?)");
        }
        var from = line.date("valid_from");
        var to = line.date("valid_to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw line.wrong("valid_to", "is before « valid_from »");
        }
        try {
            jdbc.sql("""
                            insert into routing.competence (id, subject_id, area_code, organisation_id, unit_id, valid_from, valid_to, source)
                            select :id, s.id, :area, o.id, u.id, :from, :to, :source
                              from routing.subject s, city.organisation o, city.unit u
                             where s.code = :subject and o.code = :organisation and u.code = :unit
                            """)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("subject", line.required("subject"))
                    .param("area", line.text("area").orElse(null))
                    .param("organisation", line.required("organisation"))
                    .param("unit", line.required("unit"))
                    .param("from", from.orElse(null))
                    .param("to", to.orElse(null))
                    .param("source", line.required("source"))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw line.wrong("subject", "has two answers for the same area at the same time");
        }
    }

    private void requireKnown(Line line, String column, String question) {
        var known = jdbc.sql(question)
                .param(line.required(column))
                .query(Boolean.class)
                .single();
        if (!known) {
            throw line.wrong(column, "is not in the city's files");
        }
    }
}
