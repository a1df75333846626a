package fr.traboule.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitId;
import fr.traboule.ground.database.Remembered;
import fr.traboule.records.RecordsChanged;
import fr.traboule.web.Translated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subjects and competences, read whole and kept for a short while: there are some hundreds of them. */
@Repository
class JdbcSubjects implements Subjects, Competences {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Remembered<Catalogue> remembered = new Remembered<>(FRESH, this::read);

    JdbcSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Catalogue catalogue() {
        return remembered.get();
    }

    @Override
    public Optional<Subject> byId(SubjectId id) {
        return catalogue().byId(id);
    }

    @Override
    public Optional<Subject> byCode(String code) {
        return catalogue().byCode(code);
    }

    @Override
    public List<SubjectTheme> themes() {
        return catalogue().themes();
    }

    @Override
    public List<Competence> of(SubjectId subject) {
        return catalogue().competences().getOrDefault(subject, List.of());
    }

    @EventListener
    void on(RecordsChanged changed) {
        remembered.readAgain();
    }

    private Catalogue read() {
        var subjects = jdbc.sql("""
                        select s.*, jsonb_object_agg(t.language, t.title) as titles, jsonb_object_agg(t.language, t.summary) as summaries
                          from routing.subject s join routing.subject_text t on t.subject_id = s.id
                         group by s.id
                         order by s.rank
                        """).query(JdbcSubjects::subject).list();
        var themes = jdbc.sql("""
                        select t.code, jsonb_object_agg(x.language, x.name) as names
                          from routing.theme t join routing.theme_text x on x.theme_code = t.code
                         group by t.code
                         order by t.rank
                        """).query((row, number) -> theme(row, subjects)).list();
        return new Catalogue(themes, subjects, competences());
    }

    private Map<SubjectId, List<Competence>> competences() {
        record Line(SubjectId subject, Competence competence) {}
        return jdbc
                .sql(
                        "select subject_id, area_code, organisation_id, unit_id, valid_from, valid_to from routing.competence")
                .query((row, number) ->
                        new Line(new SubjectId(row.getObject("subject_id", UUID.class)), competence(row)))
                .list()
                .stream()
                .collect(groupingBy(Line::subject, mapping(Line::competence, toUnmodifiableList())));
    }

    private static SubjectTheme theme(ResultSet row, List<Subject> subjects) throws SQLException {
        var code = row.getString("code");
        return new SubjectTheme(
                code,
                Translated.ofJson(row.getString("names")),
                subjects.stream()
                        .filter(subject -> subject.theme().equals(code) && !subject.retired())
                        .toList());
    }

    private static Subject subject(ResultSet row, int number) throws SQLException {
        return new Subject(
                new SubjectId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("theme_code"),
                Nature.of(row.getString("nature")),
                row.getBoolean("place_useful"),
                row.getBoolean("sensitive"),
                row.getBoolean("retired"),
                row.getInt("promise_days"),
                new Sameness(
                        or(row.getInt("duplicate_metres"), Sameness.USUAL.metres()),
                        or(row.getInt("duplicate_days"), Sameness.USUAL.days())),
                Translated.ofJson(row.getString("titles")),
                Translated.ofJson(row.getString("summaries")));
    }

    /** What is null is read as zero, which no subject says. */
    private static int or(int said, int usual) {
        return said == 0 ? usual : said;
    }

    private static Competence competence(ResultSet row) throws SQLException {
        return new Competence(
                Optional.ofNullable(row.getString("area_code")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }
}
