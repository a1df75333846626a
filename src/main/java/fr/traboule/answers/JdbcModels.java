package fr.traboule.answers;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.web.Translated;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Model answers with all their versions. */
@Repository
class JdbcModels {

    private static final Pattern TAG = Pattern.compile("\\{\\{[^}]*}}");

    private static final String MODEL = """
            select m.*, (select jsonb_object_agg(t.language, t.words) from answers.model_version_text t
                          where t.model_id = m.id and t.version = m.version) as texts
              from answers.model m
            """;

    private final JdbcClient jdbc;

    JdbcModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What made the version that is written. */
    record Made(VersionKind kind, Optional<AccountId> by, Instant at, Optional<String> reason) {}

    /** One line of the list. */
    record Line(String code, String title, UnitId owner, AnswerAct act, ModelState state) {}

    /** What is looked for in the list; nothing said means all. */
    record Query(Optional<UnitId> owner, Optional<ModelState> state, String words, String after) {}

    /** What a request is about. */
    record Matter(Optional<String> subject, Optional<String> theme, Collection<UnitId> units) {}

    /** @return false if the code is taken: nothing is written then */
    boolean add(ModelAnswer model, Made made) {
        var added = content(jdbc.sql("""
                        insert into answers.model (id, code, unit_id, act, state, title, subjects, themes, words, version)
                        values (:id, :code, :unit, :act, :state, :title, :subjects, :themes, %s, 0)
                        on conflict (code) do nothing
                        """.formatted(WORDS)).param("code", model.code()), model)
                .update();
        if (added == 1) {
            addVersion(model, 0, made);
        }
        return added == 1;
    }

    /** @return false if somebody changed it since it was read: nothing is written then */
    boolean change(ModelAnswer model, Made made) {
        var changed = content(jdbc.sql("""
                        update answers.model
                           set unit_id = :unit, act = :act, state = :state, title = :title, subjects = :subjects,
                               themes = :themes, words = %s, version = version + 1
                         where id = :id and version = :version
                        """.formatted(WORDS)).param("version", model.version()), model)
                .update();
        if (changed == 1) {
            addVersion(model, model.version() + 1, made);
        }
        return changed == 1;
    }

    private static final String WORDS =
            "setweight(to_tsvector('ground.fr', :title), 'A') || setweight(to_tsvector('ground.fr', :french), 'D')";

    private static JdbcClient.StatementSpec content(JdbcClient.StatementSpec statement, ModelAnswer model) {
        var content = model.content();
        return statement
                .param("id", model.id().value())
                .param("unit", content.owner().value())
                .param("act", content.act().code())
                .param("state", model.state().code())
                .param("title", content.title())
                .param("subjects", content.subjects().toArray(String[]::new))
                .param("themes", content.themes().toArray(String[]::new))
                .param("french", TAG.matcher(content.texts().french()).replaceAll(" "));
    }

    private void addVersion(ModelAnswer model, int number, Made made) {
        jdbc.sql("""
                        insert into answers.model_version
                               (model_id, version, kind, unit_id, act, state, title, subjects, themes, changed_by, changed_at, reason)
                        select id, version, :kind, unit_id, act, state, title, subjects, themes, :by, :at, :reason
                          from answers.model where id = :id
                        """)
                .param("id", model.id().value())
                .param("kind", made.kind().code())
                .param("by", made.by().map(AccountId::value).orElse(null))
                .param("at", Timestamp.from(made.at()))
                .param("reason", made.reason().orElse(null))
                .update();
        model.content()
                .texts()
                .texts()
                .forEach((language, words) -> jdbc.sql(
                                "insert into answers.model_version_text (model_id, version, language, words) values (?, ?, ?, ?)")
                        .params(model.id().value(), number, language.code(), words)
                        .update());
    }

    void remove(String code) {
        jdbc.sql("delete from answers.model where code = ?").param(code).update();
    }

    Optional<ModelAnswer> byCode(String code) {
        return code.indexOf('\0') >= 0 ? Optional.empty() : found(code);
    }

    private Optional<ModelAnswer> found(String code) {
        return jdbc.sql(MODEL + "where m.code = ?")
                .param(code)
                .query(JdbcModels::model)
                .optional();
    }

    List<ModelAnswer> of(UnitId owner) {
        return jdbc.sql(MODEL + "where m.unit_id = ? order by m.code")
                .param(owner.value())
                .query(JdbcModels::model)
                .list();
    }

    boolean hasVersion(ModelId id, int version) {
        return jdbc.sql("select exists (select from answers.model_version where model_id = ? and version = ?)")
                .params(id.value(), version)
                .query(Boolean.class)
                .single();
    }

    Optional<ModelVersion> version(ModelId id, int number) {
        return jdbc.sql(VERSION + "where v.model_id = ? and v.version = ?")
                .params(id.value(), number)
                .query(JdbcModels::version)
                .optional();
    }

    /** The latest first, those before that one. */
    List<ModelVersion> versions(ModelId id, int before, int most) {
        return jdbc.sql(VERSION + "where v.model_id = ? and v.version < ? order by v.version desc limit ?")
                .params(id.value(), before, most)
                .query(JdbcModels::version)
                .list();
    }

    private static final String VERSION = """
            select v.*, (select jsonb_object_agg(t.language, t.words) from answers.model_version_text t
                          where t.model_id = v.model_id and t.version = v.version) as texts
              from answers.model_version v
            """;

    /** By their titles, from the one after that code on. */
    List<Line> list(Query query, int most) {
        return jdbc.sql("""
                        select m.code, m.title, m.unit_id, m.act, m.state
                          from answers.model m
                         where (cast(:unit as uuid) is null or m.unit_id = :unit)
                           and (case when cast(:state as text) is null then m.state <> 'retired' else m.state = :state end)
                           and (:words = '' or m.words @@ plainto_tsquery('ground.fr', :words)
                                or ground.plain(m.title) like '%' || ground.plain(:words) || '%')
                           and (:after = '' or (ground.plain(m.title), m.code)
                                > (select ground.plain(l.title), l.code from answers.model l where l.code = :after))
                         order by ground.plain(m.title), m.code
                         limit :most
                        """)
                .param("unit", query.owner().map(UnitId::value).orElse(null))
                .param("state", query.state().map(ModelState::code).orElse(null))
                .param("words", query.words())
                .param("after", query.after())
                .param("most", most)
                .query(JdbcModels::line)
                .list();
    }

    /** The published ones for that matter: its subject's first, then its theme's, then its unit's. */
    List<Line> fitting(Matter matter, int most) {
        return published(FITS, matter, "", most);
    }

    /** The published ones with these words; those that fit the matter first. */
    List<Line> found(Matter matter, String words, int most) {
        return published(
                "(m.words @@ plainto_tsquery('ground.fr', :words)"
                        + " or ground.plain(m.title) like '%' || ground.plain(:words) || '%')",
                matter, words, most);
    }

    private static final String FITS = """
            (m.subjects @> array[cast(:subject as text)] or m.themes @> array[cast(:theme as text)]
             or m.subjects = '{}' and m.themes = '{}' and m.unit_id = any (:units))""";

    private List<Line> published(String which, Matter matter, String words, int most) {
        return jdbc.sql("""
                        select m.code, m.title, m.unit_id, m.act, m.state
                          from answers.model m
                         where m.state = 'published' and %s
                         order by case when m.subjects @> array[cast(:subject as text)] then 1
                                       when m.themes @> array[cast(:theme as text)] then 2
                                       when m.subjects = '{}' and m.themes = '{}' and m.unit_id = any (:units) then 3
                                       else 4 end,
                                  ground.plain(m.title), m.code
                         limit :most
                        """.formatted(which))
                .param("subject", matter.subject().orElse(null))
                .param("theme", matter.theme().orElse(null))
                .param("units", matter.units().stream().map(UnitId::value).toArray(UUID[]::new))
                .param("words", words)
                .param("most", most)
                .query(JdbcModels::line)
                .list();
    }

    /** Codes of subjects that are none, of those. */
    List<String> unknownSubjects(Collection<String> codes) {
        return unknown("subject", codes);
    }

    List<String> unknownThemes(Collection<String> codes) {
        return unknown("theme", codes);
    }

    private List<String> unknown(String thing, Collection<String> codes) {
        return jdbc.sql("select c from unnest(:codes) as c where not exists (select from routing.%s s where s.code = c)"
                        .formatted(thing))
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getString("title"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                AnswerAct.of(row.getString("act")),
                ModelState.of(row.getString("state")));
    }

    private static ModelAnswer model(ResultSet row, int number) throws SQLException {
        return new ModelAnswer(
                new ModelId(row.getObject("id", UUID.class)),
                row.getString("code"),
                ModelState.of(row.getString("state")),
                row.getInt("version"),
                content(row));
    }

    private static ModelVersion version(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                row.getInt("version"),
                VersionKind.of(row.getString("kind")),
                ModelState.of(row.getString("state")),
                Optional.ofNullable(row.getObject("changed_by", UUID.class)).map(AccountId::new),
                row.getTimestamp("changed_at").toInstant(),
                Optional.ofNullable(row.getString("reason")),
                content(row));
    }

    private static ModelContent content(ResultSet row) throws SQLException {
        return new ModelContent(
                row.getString("title"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                AnswerAct.of(row.getString("act")),
                codes(row.getArray("subjects")),
                codes(row.getArray("themes")),
                Translated.ofJson(row.getString("texts")));
    }

    private static List<String> codes(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
