package fr.traboule.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTests {

    @TempDir
    Path root;

    @Test
    void anEmptyCellIsAbsent() throws IOException {
        assertThat(line("  ").text("cell")).isEmpty();
        assertThat(line("").date("cell")).isEmpty();
        assertThat(line("").decimal("cell")).isEmpty();
    }

    @Test
    void spacesAroundWordsAreNotPartOfThem() throws IOException {
        assertThat(line("  Lyon ").text("cell")).contains("Lyon");
    }

    @Test
    void aCellThatIsNeededIsNotEmpty() throws IOException {
        var line = line("");

        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> line.required("cell"))
                .withMessage("file.csv, line 2: « cell » is empty ()");
    }

    @Test
    void datesAndNumbersAreRead() throws IOException {
        assertThat(line("2026-11-22").date("cell")).contains(LocalDate.of(2026, 11, 22));
        assertThat(line("4.829464").decimal("cell")).contains(4.829464);
        assertThat(line("10").whole("cell")).contains(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22/11/2026", "2026-13-01", "2026-02-30", "demain", "2026"})
    void whatIsNoDateIsRefused(String written) throws IOException {
        var line = line(written);

        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> line.date("cell"))
                .withMessage("file.csv, line 2: « cell » is not a date written 2026-11-22 (%s)", written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4°49", "quatre", "\"4,83\""})
    void whatIsNoNumberIsRefused(String written) throws IOException {
        var line = line(written);

        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> line.decimal("cell"))
                .withMessageContaining("« cell » is not a number");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        var line = line("Ly\0on");

        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> line.text("cell"))
                .withMessageContaining("has a character that is not text");
    }

    @Test
    void aColumnOfTranslationsMayBeMissing() throws IOException {
        assertThat(line("Lyon").ifThere("name_ar")).isEmpty();
        assertThat(line("Lyon").ifThere("cell")).contains("Lyon");
    }

    private Line line(String cell) throws IOException {
        Files.writeString(root.resolve("file.csv"), "code,cell\nx," + cell + "\n");
        return ImportFolder.on(root).csv("file.csv").getFirst();
    }
}
