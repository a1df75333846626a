package fr.traboule.answers;

import fr.traboule.city.UnitId;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import fr.traboule.web.Language;
import fr.traboule.web.Translated;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code answer_models.csv}: the model answers, with the texts of each in one column for each language. */
@Component
@Order(240)
class ModelRecords implements RecordFile, RecordWriter {

    private final JdbcModels models;
    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final Clock clock;

    ModelRecords(JdbcModels models, JdbcClient jdbc, RecordQuery query, Clock clock) {
        this.models = models;
        this.jdbc = jdbc;
        this.query = query;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "answer_models";
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of(
                                Column.code("code"),
                                Column.text("title").needed(),
                                Column.reference("owner", "units").needed(),
                                Column.choice("act", AnswerAct.codes()),
                                Column.choice("state", ModelState.codes()),
                                Column.text("fits_subjects"),
                                Column.text("fits_themes")),
                        Column.words("text", Column.Kind.LONG_TEXT))
                .toList();
    }

    @Override
    public List<String> key() {
        return List.of("code");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select m.code, m.title, u.code as owner, m.act, m.state,
                       array_to_string(m.subjects, ' ') as fits_subjects, array_to_string(m.themes, ' ') as fits_themes, %s
                  from answers.model m join city.unit u on u.id = m.unit_id
                 order by m.code
                """.formatted(RecordQuery.words(
                "answers", "model_version", "model_id", "m.id and t.version = m.version", "words", "text")));
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var content = content(line);
        var state = ModelState.of(line.choice("state", ModelState.codes()));
        var made = new JdbcModels.Made(VersionKind.IMPORTED, Optional.empty(), clock.instant(), Optional.empty());
        var code = line.code("code");
        if (EditModels.TAKEN.contains(code)) {
            throw line.wrong("code", "noCode");
        }
        var now = models.byCode(code);
        var written = now.map(model -> models.change(model.become(state).saying(content), made))
                .orElseGet(() -> models.add(new ModelAnswer(ModelId.next(), code, state, 0, content), made));
        if (!written) {
            throw line.wrong("code", "changedSince");
        }
    }

    private ModelContent content(Line line) {
        var title = line.required("title");
        if (title.length() > ModelContent.LONGEST_TITLE) {
            throw line.wrong("title", "tooLong", ModelContent.LONGEST_TITLE);
        }
        return new ModelContent(
                title,
                owner(line),
                AnswerAct.of(line.choice("act", AnswerAct.codes())),
                codes(line, "fits_subjects", "subjects", models::unknownSubjects),
                codes(line, "fits_themes", "themes", models::unknownThemes),
                texts(line));
    }

    private UnitId owner(Line line) {
        return jdbc.sql("select id from city.unit where code = ?")
                .param(line.required("owner"))
                .query(UUID.class)
                .optional()
                .map(UnitId::new)
                .orElseThrow(() -> line.wrong("owner", "notIn", "units"));
    }

    private static List<String> codes(
            Line line, String column, String file, Function<List<String>, List<String>> unknown) {
        var codes =
                line.ifThere(column).map(cell -> List.of(cell.split("\\s+"))).orElse(List.of());
        if (codes.size() > ModelContent.MOST_CODES || !unknown.apply(codes).isEmpty()) {
            throw line.wrong(column, "notIn", file);
        }
        return codes;
    }

    private static Translated texts(Line line) {
        var texts = new EnumMap<Language, String>(Language.class);
        line.required("text_fr");
        for (var language : Language.values()) {
            var column = "text_" + language.code();
            line.ifThere(column).ifPresent(words -> {
                ModelText.problem(words).ifPresent(problem -> {
                    throw line.wrong(
                            column,
                            "noModel",
                            problem.part().isEmpty() ? Variable.all() : problem.part(),
                            Variable.all());
                });
                texts.put(language, words);
            });
        }
        return new Translated(texts);
    }

    @Override
    public void remove(Line line) {
        models.remove(line.required("code"));
    }

    /** A subject or theme that a model names does not go without it. */
    @Override
    public void check() {
        jdbc.sql("""
                        select m.code || ' ' || c
                          from answers.model m, unnest(m.subjects) as c
                         where not exists (select from routing.subject s where s.code = c)
                        union all
                        select m.code || ' ' || c
                          from answers.model m, unnest(m.themes) as c
                         where not exists (select from routing.theme t where t.code = c)
                         order by 1 limit 1
                        """).query(String.class).optional().ifPresent(found -> {
            var parts = found.split(" ");
            throw new ImportProblem(name(), 0, "modelFitsNothing", parts[0], parts[1]);
        });
    }
}
