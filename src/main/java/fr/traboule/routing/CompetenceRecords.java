package fr.traboule.routing;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.calendar.CityTime;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code competences.csv}: who answers for a subject, everywhere or in an area, always or between two days (both included). */
@Component
@Order(230)
class CompetenceRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final Clock clock;

    CompetenceRecords(JdbcClient jdbc, RecordQuery query, Clock clock) {
        this.jdbc = jdbc;
        this.query = query;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "competences";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.reference("subject", "subjects").needed(),
                Column.reference("area", "areas"),
                Column.reference("organisation", "organisations").needed(),
                Column.reference("unit", "units").needed(),
                Column.date("valid_from"),
                Column.date("valid_to"),
                Column.text("source").needed());
    }

    @Override
    public List<String> key() {
        return List.of("subject", "area", "valid_from");
    }

    /** A folder says who answers for what, and nobody else does. */
    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public List<Entry> read() {
        return query.read("""
                select s.code as subject, c.area_code as area, o.code as organisation, u.code as unit, c.valid_from, c.valid_to, c.source
                  from routing.competence c
                  join routing.subject s on s.id = c.subject_id
                  join city.organisation o on o.id = c.organisation_id
                  join city.unit u on u.id = c.unit_id
                 order by s.rank, s.code, c.area_code nulls first, c.valid_from nulls first
                """);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var subject = id(line, "subject", "select id from routing.subject where code = ?", "subjects");
        var organisation = id(line, "organisation", "select id from city.organisation where code = ?", "organisations");
        var unit = id(line, "unit", "select id from city.unit where code = ?", "units");
        var area = line.text("area");
        area.ifPresent(code -> requireArea(line, code));
        var from = line.date("valid_from");
        var to = line.date("valid_to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw line.wrong("valid_to", "before", "valid_from");
        }
        var source = line.required("source");
        remove(subject, area, from);
        refuseTwoAnswers(line, subject, area, from, to);
        jdbc.sql("""
                        insert into routing.competence (id, subject_id, area_code, organisation_id, unit_id, valid_from, valid_to, source)
                        values (:id, :subject, :area, :organisation, :unit, :from, :to, :source)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("subject", subject)
                .param("area", area.orElse(null))
                .param("organisation", organisation)
                .param("unit", unit)
                .param("from", from.orElse(null))
                .param("to", to.orElse(null))
                .param("source", source)
                .update();
    }

    private UUID id(Line line, String column, String question, String file) {
        return jdbc.sql(question)
                .param(line.required(column))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> line.wrong(column, "notIn", file));
    }

    private void requireArea(Line line, String code) {
        if (!jdbc.sql("select exists (select from city.area where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single()) {
            throw line.wrong("area", "notIn", "areas");
        }
    }

    private void refuseTwoAnswers(
            Line line, UUID subject, Optional<String> area, Optional<LocalDate> from, Optional<LocalDate> to) {
        var overlaps = jdbc.sql("""
                        select exists (select from routing.competence
                                        where subject_id = :subject and area_code is not distinct from :area
                                          and daterange(valid_from, valid_to, '[]') && daterange(:from, :to, '[]'))
                        """)
                .param("subject", subject)
                .param("area", area.orElse(null))
                .param("from", from.map(Date::valueOf).orElse(null))
                .param("to", to.map(Date::valueOf).orElse(null))
                .query(Boolean.class)
                .single();
        if (overlaps) {
            throw line.wrong("subject", "twoAnswers");
        }
    }

    @Override
    public void remove(Line line) {
        var subject = id(line, "subject", "select id from routing.subject where code = ?", "subjects");
        remove(subject, line.text("area"), line.date("valid_from"));
    }

    private void remove(UUID subject, Optional<String> area, Optional<LocalDate> from) {
        jdbc.sql("""
                        delete from routing.competence
                         where subject_id = :subject and area_code is not distinct from :area
                           and valid_from is not distinct from :from::date
                        """)
                .param("subject", subject)
                .param("area", area.orElse(null))
                .param("from", from.map(Date::valueOf).orElse(null))
                .update();
    }

    /** Nobody answers from a unit that is closed. */
    @Override
    public void check() {
        jdbc.sql("""
                        select s.code, u.code
                          from routing.competence c
                          join routing.subject s on s.id = c.subject_id
                          join city.unit u on u.id = c.unit_id
                         where u.closed_on is not null and (c.valid_to is null or c.valid_to >= ?)
                         order by s.rank limit 1
                        """)
                .param(Date.valueOf(CityTime.day(clock.instant())))
                .query((row, number) -> new ImportProblem(name(), 0, "unitClosed", row.getString(1), row.getString(2)))
                .optional()
                .ifPresent(problem -> {
                    throw problem;
                });
    }
}
