package fr.traboule.routing;

import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import fr.traboule.web.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code subject_texts.csv}: a subject in the words of one language, with those that people use for it. */
@Component
@Order(220)
class SubjectTextRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;

    SubjectTextRecords(JdbcClient jdbc, RecordQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public String name() {
        return "subject_texts";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.reference("subject", "subjects").needed(),
                Column.choice("language", languages()),
                Column.text("title").needed(),
                Column.longText("summary").needed(),
                Column.longText("keywords"));
    }

    private static Stream<String> languages() {
        return Arrays.stream(Language.values()).map(Language::code);
    }

    @Override
    public List<String> key() {
        return List.of("subject", "language");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select s.code as subject, t.language, t.title, t.summary, t.keywords
                  from routing.subject_text t join routing.subject s on s.id = t.subject_id
                 order by s.rank, s.code, array_position(array['fr', 'en', 'ar'], t.language)
                """);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var saved = jdbc.sql("""
                        insert into routing.subject_text (subject_id, language, title, summary, keywords)
                        select s.id, :language, :title, :summary, :keywords from routing.subject s where s.code = :subject
                        on conflict (subject_id, language) do update
                           set title = excluded.title, summary = excluded.summary, keywords = excluded.keywords
                        """)
                .param("subject", line.required("subject"))
                .param("language", line.choice("language", languages()))
                .param("title", line.required("title"))
                .param("summary", line.required("summary"))
                .param("keywords", line.text("keywords").orElse(""))
                .update();
        if (saved == 0) {
            throw line.wrong("subject", "notIn", "subjects");
        }
    }

    @Override
    public void remove(Line line) {
        jdbc.sql("""
                        delete from routing.subject_text t using routing.subject s
                         where s.id = t.subject_id and s.code = ? and t.language = ?
                        """)
                .params(line.required("subject"), line.required("language"))
                .update();
    }

    /** The words that subjects are known by. */
    @Override
    public void finish() {
        jdbc.sql("delete from routing.known_word").update();
        jdbc.sql("""
                        insert into routing.known_word (language, word)
                        select distinct language, word
                          from routing.subject_text,
                               regexp_split_to_table(ground.plain(title || ' ' || keywords), '[^[:alnum:]]+') as word
                         where length(word) > 3
                        """).update();
    }
}
