package fr.traboule.routing;

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
import org.springframework.transaction.annotation.Transactional;

@WholeProgramTest
class ImportSubjectsTests {

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
    void loadingTheSameFilesTwiceChangesNothing() {
        var before = withoutIdsOfCompetences();

        load();

        assertThat(withoutIdsOfCompetences()).isEqualTo(before);
        assertThat(before.get("subject")).startsWith("88 rows");
        assertThat(before.get("subject_text")).startsWith("264 rows");
    }

    @Test
    @Transactional
    void aChangedLineIsUpdatedAndACompetenceThatIsGoneIsForgotten() {
        lyon.replace(
                        "subjects.csv",
                        "lampadaire-eteint,rue,report,useful,5",
                        "lampadaire-eteint,nature,question,none,7")
                .write("competences.csv", "subject,area,organisation,unit,valid_from,valid_to,source\n");

        load();

        assertThat(jdbc.sql("""
                        select concat_ws(' ', theme_code, nature, place_useful, promise_days)
                          from routing.subject where code = 'lampadaire-eteint'
                        """).query(String.class).single()).isEqualTo("nature question f 7");
        assertThat(jdbc.sql("select count(*) from routing.competence")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            themes.csv        | x,,X,                                                   | « name_fr » is empty
            themes.csv        | rue,X,,                                                 | « code » is there twice (rue)
            subjects.csv      | x,nothing,report,useful,5,                               | « theme » is not in themes (nothing)
            subjects.csv      | x,rue,order,useful,5,                                    | « nature » is none of: report
            subjects.csv      | x,rue,,useful,5,                                         | « nature » is empty
            subjects.csv      | x,rue,report,maybe,5,                                    | « place » is none of: useful, none (maybe)
            subjects.csv      | x,rue,report,useful,0,                                   | « promise_days » is not between one day and 365 (0)
            subjects.csv      | x,rue,report,useful,cinq,                                | « promise_days » is not a whole number (cinq)
            subjects.csv      | x,rue,report,useful,,                                    | « promise_days » is not between one day and 365 ()
            subjects.csv      | nid-de-poule,rue,report,useful,5,                        | « code » is there twice (nid-de-poule)
            subjects.csv      | x,rue,report,useful,5,peut-être                         | « sensitive » is neither « yes » nor empty (peut-être)
            subject_texts.csv | nothing,fr,Titre,Résumé,                                | « subject » is not in subjects (nothing)
            subject_texts.csv | nid-de-poule,de,Titel,Text,                             | « language » is none of: fr, en, ar (de)
            subject_texts.csv | nid-de-poule,fr,Titre,Résumé,                           | « subject » is there twice (nid-de-poule)
            competences.csv   | nothing,,ville-lyon,eclairage-public,,,s                | « subject » is not in subjects (nothing)
            competences.csv   | nid-de-poule,99999,ville-lyon,eclairage-public,,,s      | « area » is not in areas (99999)
            competences.csv   | nid-de-poule,101,nobody,eclairage-public,,,s            | « organisation » is not in organisations (nobody)
            competences.csv   | nid-de-poule,101,ville-lyon,nobody,,,s                  | « unit » is not in units (nobody)
            competences.csv   | nid-de-poule,,ville-lyon,eclairage-public,,,s           | « subject » is there twice (nid-de-poule)
            competences.csv   | nid-de-poule,,ville-lyon,eclairage-public,2027-01-01,,s | « subject » has two answers for the same area at the same time
            competences.csv   | nid-de-poule,101,ville-lyon,eclairage-public,2027-01-01,2026-01-01,s | « valid_to » is before « valid_from »
            competences.csv   | nid-de-poule,101,ville-lyon,eclairage-public,janvier,,s | « valid_from » is not a date written 2026-11-22 (janvier)
            competences.csv   | nid-de-poule,101,ville-lyon,eclairage-public,,,         | « source » is empty
            """)
    void aBrokenLineIsRefusedWithItsNumberAndNothingChanges(String file, String line, String sentence) {
        var before = contents();
        var number = lyon.add(file, line);

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(this::load)
                .withMessageStartingWith("%s, line %d: %s", file, number, sentence);

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aSubjectWithoutFrenchWordsIsRefused() {
        var before = contents();
        lyon.add("subjects.csv", "x,rue,report,useful,5,");

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(this::load)
                .withMessage("subjects: « x » has no French words in subject_texts");

        assertThat(contents()).isEqualTo(before);
    }

    private void load() {
        loadFolder.load(lyon.folder());
    }

    private Map<String, String> contents() {
        return Contents.of("routing", jdbc);
    }

    /** Competences are written anew each time; their ids are nobody's. */
    private Map<String, String> withoutIdsOfCompetences() {
        return Contents.of("routing", jdbc, "id");
    }
}
