package fr.traboule.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Role;
import fr.traboule.records.ImportProblem.Problem;
import fr.traboule.web.Language;
import fr.traboule.web.Wordings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Every column of every file refuses what it cannot hold, with its line, and says how to mend it in both languages. */
@WholeProgramTest
@Transactional
class BrokenFilesTests {

    private static final int LINE = 2;

    @Autowired
    RecordFiles files;

    @Autowired
    ReceivedFiles received;

    @Autowired
    StaffFixture staff;

    @Autowired
    Wordings wordings;

    @Autowired
    JdbcClient jdbc;

    private record Broken(RecordFile file, Column column, String cell, String csv) {}

    @Test
    void eachIsRefusedWithItsLineItsColumnAndTheMend() {
        var administrator = staff.agent(Role.ADMINISTRATOR);
        jdbc.sql("insert into city.own_text (key, language, words) values ('home.title', 'fr', 'Bonjour')")
                .update();
        var broken = files.all().stream().flatMap(this::broken).toList();

        assertThat(broken).hasSizeGreaterThan(250);
        assertThat(broken).allSatisfy(each -> {
            var outcome = received.receive(
                    administrator,
                    each.file().name() + ".csv",
                    each.csv().getBytes(UTF_8),
                    Optional.of(each.file()),
                    false);
            var problems = problems(outcome);
            assertThat(problems)
                    .as("%s.%s = %s", each.file().name(), each.column().name(), each.cell())
                    .anySatisfy(problem -> {
                        assertThat(problem.line()).isEqualTo(LINE);
                        assertThat(problem.file()).isEqualTo(each.file().name() + ".csv");
                    })
                    .allSatisfy(problem -> assertThat(List.of(Language.FR, Language.EN))
                            .allSatisfy(language ->
                                    assertThat(mend(language, problem)).isNotBlank()));
            assertThat(problems).extracting(Problem::column).contains(where(each));
        });
    }

    /** A latitude is told with its longitude. */
    private static String where(Broken broken) {
        var isOffTheGlobe =
                broken.column().name().equals("latitude") && broken.cell().equals("4576");
        return isOffTheGlobe ? "longitude" : broken.column().name();
    }

    private String mend(Language language, Problem problem) {
        return wordings.in(language)
                .text("records.wrong." + problem.what(), problem.arguments().toArray());
    }

    private static List<Problem> problems(ReceivedFiles.Outcome outcome) {
        return outcome instanceof ReceivedFiles.Proposed(Changes.Refused refused) ? refused.problems() : List.of();
    }

    /** The first record of the file, with one cell that cannot be. */
    private Stream<Broken> broken(RecordFile file) {
        return file.read().stream()
                .limit(1)
                .flatMap(entry -> file.columns().stream()
                        .flatMap(column -> cells(column).map(cell -> broken(file, entry, column, cell))));
    }

    private static Broken broken(RecordFile file, Entry entry, Column column, String cell) {
        var cells = new HashMap<>(entry.cells());
        if (column.name().equals("longitude")) {
            cells.putIfAbsent("latitude", "45.7");
        }
        cells.put(column.name(), cell);
        return new Broken(file, column, cell, csv(file, cells));
    }

    private static Stream<String> cells(Column column) {
        var broken = new ArrayList<>(List.of("a\0b"));
        broken.addAll(
                switch (column.kind()) {
                    case CODE -> List.of("é à", "-x", "x".repeat(81));
                    case TEXT, LONG_TEXT -> List.of("x".repeat(4_001));
                    case CHOICE -> List.of("nothing", "Town Hall");
                    case REFERENCE -> List.of("nobody", "x".repeat(300));
                    case YES -> List.of("oui", "no", "1");
                    case DATE -> List.of("31/12/2026", "2026-02-30", "demain", "2026");
                    case WHOLE -> List.of("dix", "1.5", "99999999999");
                    case DECIMAL -> List.of("abc", "4576", "4,83");
                    case HOURS -> List.of("quand on peut", "Mo-Fr 25:00-26:00 maybe", "x".repeat(1_001));
                    case COLOUR -> List.of("brown", "#ffd700", "#12345");
                    case LANGUAGES -> List.of("de", "en", "fr,en");
                    case OUTLINE -> List.of("{}", "[]", "here", "{\"type\":\"Point\",\"coordinates\":[4,45]}");
                    case PICTURE -> List.of("data:image/png;base64,AAAA", "data:image/png;base64,é");
                });
        if (column.required()) {
            broken.add("");
        }
        if (column.kind() == Column.Kind.OUTLINE || column.kind() == Column.Kind.PICTURE) {
            broken.remove("a\0b");
        }
        return broken.stream();
    }

    private static String csv(RecordFile file, Map<String, String> cells) {
        var columns = file.columns().stream().map(Column::name).toList();
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            csv.writeRecord(columns.stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
