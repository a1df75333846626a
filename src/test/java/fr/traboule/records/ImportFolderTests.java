package fr.traboule.records;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFolderTests {

    private static final String FILE = "places.csv";

    @TempDir
    Path root;

    @Test
    void linesAreReadColumnByColumn() throws IOException {
        write("slug,name\nmairie,\"Mairie « centrale », place de la Comédie\"\n");

        assertThat(folder().csv(FILE)).singleElement().satisfies(line -> {
            assertThat(line.required("slug")).isEqualTo("mairie");
            assertThat(line.required("name")).isEqualTo("Mairie « centrale », place de la Comédie");
        });
    }

    @Test
    void aMissingFileHasNoLines() {
        assertThat(folder().csv(FILE)).isEmpty();
    }

    @Test
    void aHeaderAloneHasNoLines() throws IOException {
        write("slug,name\n");

        assertThat(folder().csv(FILE)).isEmpty();
    }

    @Test
    void aByteOrderMarkIsTolerated() throws IOException {
        write("\uFEFFslug,name\nmairie,Mairie\n");

        assertThat(folder().csv(FILE).getFirst().required("slug")).isEqualTo("mairie");
        assertThat(folder().text(FILE)).startsWith("slug");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a quote that never ends      | slug,name/mairie,"Mairie/ccas,CCAS/ | line 2: this line cannot be read: check its quotation marks
            words after a quote          | slug,name/a,A/mairie,"Mairie" x/    | line 3: this line cannot be read: check its quotation marks
            a cell too few               | slug,name/a,A/mairie/               | line 3: this line has 1 cells, the first line 2
            a cell too many              | slug,name/mairie,Lyon, 1er/         | line 2: this line has 3 cells, the first line 2
            the same column twice        | slug,slug/mairie,Mairie/            | line 1: this line cannot be read: check its quotation marks
            nothing at all               | ``                                  | line 1: this file is empty
            blank lines alone            | //                                  | line 1: this file is empty
            """)
    void aBrokenFileIsRefusedWithItsLine(String what, String lines, String sentence) throws IOException {
        write(lines.replace('/', '\n'));

        assertRefused(sentence);
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatAreThere() throws IOException {
        write("slug|name\nmairie|Mairie\n");

        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> folder().csv(FILE).getFirst().text("slug"))
                .withMessage("places.csv, line 1: there is no column « slug », only: slug|name");
    }

    @Test
    void bytesOfAnotherEncodingAreRefusedWithTheirLine() throws IOException {
        Files.write(root.resolve(FILE), "slug,name\nccas,CCAS\ncomedie,Comédie\n".getBytes(ISO_8859_1));

        assertRefused("line 3: this is not UTF-8: save the file as UTF-8");
    }

    @Test
    void twoBytesALetterAreRefused() throws IOException {
        Files.write(root.resolve(FILE), "slug,name\nmairie,Mairie\n".getBytes(UTF_16));

        assertRefused("line 1: this is not UTF-8");
    }

    @Test
    void aCellOfFiveMegabytesIsRefusedAndNotRepeated() throws IOException {
        write("slug,name\nmairie," + "x".repeat(5_000_000) + "\n");

        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> folder().csv(FILE).getFirst().text("name"))
                .withMessageStartingWith("places.csv, line 2: « name » is longer than 4000 characters (xxx")
                .satisfies(problem -> assertThat(problem.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void aFileThatMustBeThereIsNamedWhenItIsNot() {
        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> folder().text("city.json"))
                .withMessage("city.json: this file is missing");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        var nowhere = root.resolve("nowhere");

        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> ImportFolder.on(nowhere))
                .withMessage(nowhere + ": there is no such folder");
    }

    private void assertRefused(String sentence) {
        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> folder().csv(FILE))
                .withMessageStartingWith("places.csv, " + sentence);
    }

    private void write(String text) throws IOException {
        Files.writeString(root.resolve(FILE), text, UTF_8);
    }

    private ImportFolder folder() {
        return ImportFolder.on(root);
    }
}
