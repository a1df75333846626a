package fr.traboule.pact;

import static fr.traboule.records.RecordQuery.words;

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

/** {@code commitments.csv}: what the city commits itself to. */
@Component
@Order(300)
class CommitmentRecords implements RecordFile, RecordWriter {

    private final JdbcClient jdbc;
    private final RecordQuery query;

    CommitmentRecords(JdbcClient jdbc, RecordQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public String name() {
        return "commitments";
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of(
                                Column.of(Column.Kind.WHOLE, "number").needed(),
                                Column.choice("orientation", orientations())),
                        Column.words("text", Column.Kind.LONG_TEXT))
                .toList();
    }

    private static Stream<String> orientations() {
        return Arrays.stream(Orientation.values()).map(Orientation::code);
    }

    @Override
    public List<String> key() {
        return List.of("number");
    }

    @Override
    public List<Entry> read() {
        return query.read("select c.number, c.orientation, %s from pact.commitment c order by c.number"
                .formatted(words("pact", "commitment", "commitment_number", "c.number", "words", "text")));
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var number = line.whole("number").orElseThrow(() -> line.wrong("number", "empty"));
        line.required("text_fr");
        jdbc.sql("""
                        insert into pact.commitment (number, orientation) values (?, ?)
                        on conflict (number) do update set orientation = excluded.orientation
                        """).params(number, line.choice("orientation", orientations())).update();
        forgetWords(number);
        for (var language : Language.values()) {
            line.ifThere("text_" + language.code())
                    .ifPresent(words -> jdbc.sql(
                                    "insert into pact.commitment_text (commitment_number, language, words) values (?, ?, ?)")
                            .params(number, language.code(), words)
                            .update());
        }
    }

    private void forgetWords(int number) {
        jdbc.sql("delete from pact.commitment_text where commitment_number = ?")
                .param(number)
                .update();
    }

    @Override
    public void remove(Line line) {
        var number = line.whole("number").orElseThrow();
        forgetWords(number);
        jdbc.sql("delete from pact.commitment where number = ?").param(number).update();
    }
}
