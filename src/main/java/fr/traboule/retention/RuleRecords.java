package fr.traboule.retention;

import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code retention_rules.csv}: how long requests are kept, and what becomes of them then. */
@Component
@Order(250)
class RuleRecords implements RecordFile, RecordWriter {

    static final int LONGEST = 1_200;

    private final JdbcClient jdbc;
    private final RecordQuery query;

    RuleRecords(JdbcClient jdbc, RecordQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public String name() {
        return "retention_rules";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.code("code"),
                Column.reference("subject", "subjects"),
                Column.reference("theme", "themes"),
                Column.of(Column.Kind.WHOLE, "current_months").needed(),
                Column.of(Column.Kind.WHOLE, "archive_months").needed(),
                Column.choice("fate", Fate.codes()),
                Column.choice("visa", Approval.codes()),
                Column.longText("legal_reference").needed(),
                Column.of(Column.Kind.YES, "confirmed"));
    }

    @Override
    public List<String> key() {
        return List.of("code");
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select code, subject_code as subject, theme_code as theme, current_months, archive_months, fate, visa,
                       legal_reference, case when confirmed then 'yes' else '' end as confirmed
                  from retention.rule
                 order by code
                """);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var subject = known(line, "subject", "select exists (select from routing.subject where code = ?)");
        var theme = known(line, "theme", "select exists (select from routing.theme where code = ?)");
        if (subject.isPresent() && theme.isPresent()) {
            throw line.wrong("theme", "subjectOrTheme");
        }
        jdbc.sql("""
                        insert into retention.rule (code, subject_code, theme_code, current_months, archive_months, fate, visa,
                                                    legal_reference, confirmed)
                        values (:code, :subject, :theme, :current, :archive, :fate, :visa, :reference, :confirmed)
                        on conflict (code) do update
                           set subject_code = excluded.subject_code, theme_code = excluded.theme_code,
                               current_months = excluded.current_months, archive_months = excluded.archive_months,
                               fate = excluded.fate, visa = excluded.visa, legal_reference = excluded.legal_reference,
                               confirmed = excluded.confirmed
                        """)
                .param("code", line.code("code"))
                .param("subject", subject.orElse(null))
                .param("theme", theme.orElse(null))
                .param("current", months(line, "current_months"))
                .param("archive", months(line, "archive_months"))
                .param("fate", line.choice("fate", Fate.codes()))
                .param("visa", line.choice("visa", Approval.codes()))
                .param("reference", line.required("legal_reference"))
                .param("confirmed", line.yes("confirmed"))
                .update();
    }

    private Optional<String> known(Line line, String column, String exists) {
        var code = line.text(column);
        if (code.isPresent()
                && !jdbc.sql(exists).param(code.get()).query(Boolean.class).single()) {
            throw line.wrong(column, "notIn", column + "s");
        }
        return code;
    }

    private static int months(Line line, String column) {
        return line.whole(column)
                .filter(months -> months >= 0 && months <= LONGEST)
                .orElseThrow(() -> line.wrong(column, "noMonths", LONGEST));
    }

    @Override
    public void remove(Line line) {
        jdbc.sql("delete from retention.rule where code = ?")
                .param(line.required("code"))
                .update();
    }

    /** One rule for each, and none for what is no more. */
    @Override
    public void check() {
        jdbc.sql("""
                        select r.code || ' ' || r.subject_code
                          from retention.rule r
                         where r.subject_code is not null
                           and not exists (select from routing.subject s where s.code = r.subject_code)
                        union all
                        select r.code || ' ' || r.theme_code
                          from retention.rule r
                         where r.theme_code is not null
                           and not exists (select from routing.theme t where t.code = r.theme_code)
                         order by 1 limit 1
                        """).query(String.class).optional().ifPresent(found -> {
            var parts = found.split(" ");
            throw new ImportProblem(name(), 0, "ruleOfNothing", parts[0], parts[1]);
        });
        jdbc.sql("""
                        select min(code) || ' ' || max(code)
                          from retention.rule
                         group by coalesce(subject_code, ''), coalesce(theme_code, '')
                        having count(*) > 1
                         order by 1 limit 1
                        """).query(String.class).optional().ifPresent(found -> {
            var parts = found.split(" ");
            throw new ImportProblem(name(), 0, "rulesOfTheSame", parts[0], parts[1]);
        });
    }
}
