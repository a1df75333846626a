package fr.traboule.city;

import fr.traboule.ground.database.Remembered;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import fr.traboule.records.RecordsChanged;
import fr.traboule.web.Language;
import fr.traboule.web.OwnTexts;
import fr.traboule.web.TextCatalogue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code texts.csv}: sentences of public pages that the city says in its own words. */
@Component
@Order(100)
class OwnTextRecords implements RecordFile, RecordWriter, OwnTexts {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final RecordQuery query;
    private final TextCatalogue shipped;
    private final Remembered<Map<String, String>> remembered = new Remembered<>(FRESH, this::readAll);

    OwnTextRecords(JdbcClient jdbc, RecordQuery query, TextCatalogue shipped) {
        this.jdbc = jdbc;
        this.query = query;
        this.shipped = shipped;
    }

    @Override
    public Optional<String> words(Language language, String key) {
        return Optional.ofNullable(remembered.get().get(language.code() + " " + key));
    }

    @EventListener
    void on(RecordsChanged changed) {
        remembered.readAgain();
    }

    private Map<String, String> readAll() {
        return read().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.cell("language") + " " + entry.cell("key"), entry -> entry.cell("words")));
    }

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("key").needed(),
                Column.choice("language", languages()),
                Column.longText("words").needed());
    }

    private static Stream<String> languages() {
        return Arrays.stream(Language.values()).map(Language::code);
    }

    @Override
    public List<String> key() {
        return List.of("key", "language");
    }

    @Override
    public List<Entry> read() {
        return query.read("select key, language, words from city.own_text order by key, language");
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        var language = Language.of(line.choice("language", languages())).orElseThrow();
        var key = line.required("key");
        var words = line.required("words");
        var original = shipped.shipped(language, key).orElseThrow(() -> line.wrong("key", "noText"));
        if (!gaps(line, words).equals(TextCatalogue.gaps(original))) {
            throw line.wrong("words", "otherGaps", original);
        }
        jdbc.sql("""
                        insert into city.own_text (key, language, words) values (?, ?, ?)
                        on conflict (key, language) do update set words = excluded.words
                        """).params(key, language.code(), words).update();
    }

    private static Set<String> gaps(Line line, String words) {
        try {
            return TextCatalogue.gaps(words);
        } catch (IllegalArgumentException e) {
            throw line.wrong("words", "noGaps");
        }
    }

    @Override
    public void remove(Line line) {
        jdbc.sql("delete from city.own_text where key = ? and language = ?")
                .params(line.required("key"), line.required("language"))
                .update();
    }
}
