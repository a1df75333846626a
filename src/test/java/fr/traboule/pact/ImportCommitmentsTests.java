package fr.traboule.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.WholeProgramTest;
import fr.traboule.records.CityFolder;
import fr.traboule.records.Contents;
import fr.traboule.records.ImportRefused;
import fr.traboule.records.LoadFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeProgramTest
class ImportCommitmentsTests {

    @TempDir
    Path root;

    @Autowired
    LoadFolder loadFolder;

    @Autowired
    JdbcClient jdbc;

    private CityFolder lyon;

    @BeforeEach
    void copyLyon() {
        lyon = CityFolder.lyon(root);
    }

    @Test
    void loadingTheSameFileTwiceChangesNothing() {
        var before = contents();

        loadFolder.load(lyon.folder());

        assertThat(contents()).isEqualTo(before);
        assertThat(before.get("commitment")).startsWith("34 rows");
        assertThat(before.get("commitment_text")).startsWith("102 rows");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            35,elsewhere,Texte,,       | « orientation » is none of: accessibility
            35,,Texte,,                | « orientation » is empty
            35,proximity,,Text,        | « text_fr » is empty
            first,proximity,Texte,,    | « number » is not a whole number (first)
            ,proximity,Texte,,         | « number » is empty
            34,proximity,Texte,,       | « number » is there twice (34)
            35,proximity,Texte         | this line has 3 cells, the first line 5
            """)
    void aBrokenLineIsRefusedWithItsNumberAndNothingChanges(String line, String sentence) {
        var before = contents();
        var number = lyon.add("commitments.csv", line);

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> loadFolder.load(lyon.folder()))
                .withMessageStartingWith("commitments.csv, line %d: %s", number, sentence);

        assertThat(contents()).isEqualTo(before);
    }

    private Map<String, String> contents() {
        return Contents.of("pact", jdbc);
    }
}
