package fr.traboule.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Changes;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.ImportProblem.Problem;
import fr.traboule.records.Line;
import fr.traboule.records.Proposal;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Model answers are records of the city: they come with its folder, and its administrators change them with the others. */
@WholeProgramTest
@Transactional
class ModelRecordsTests {

    private static final String MODEL = "lampadaire-repare";

    @Autowired
    Changes changes;

    @Autowired
    RecordFiles files;

    @Autowired
    JdbcModels models;

    @Autowired
    StaffFixture staff;

    private Actor.Agent administrator;

    @BeforeEach
    void signIn() {
        administrator = staff.agent(Role.ADMINISTRATOR);
    }

    @Test
    void aChangeOfRecordsIsAVersionAndUndoneIsAnother() {
        var before = models.byCode(MODEL).orElseThrow();

        var drafted = (Changes.Drafted) draft(Map.of("text_fr", "C’est réparé, {{numero}}."));
        changes.decide(administrator, new Changes.Seen(drafted.id(), 0), Optional.empty());

        var after = models.byCode(MODEL).orElseThrow();
        assertThat(after.content().texts().french()).isEqualTo("C’est réparé, {{numero}}.");
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(models.version(after.id(), after.version()).orElseThrow().kind())
                .isEqualTo(VersionKind.IMPORTED);

        var undoing = (Changes.Drafted) changes.draftUndoing(administrator, drafted.id());
        changes.decide(administrator, new Changes.Seen(undoing.id(), 0), Optional.empty());
        assertThat(models.byCode(MODEL).orElseThrow().content()).isEqualTo(before.content());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text_fr       | Bonjour {{prenom}}       | noModel
            text_en       | Hello {{numero           | noModel
            fits_subjects | lampadaire-eteint rien   | notIn
            fits_themes   | rien                     | notIn
            owner         | rien                     | notIn
            state         | prêt                     | noChoice
            act           | rire                     | noChoice
            """)
    void whatCannotBeTakenIsToldWithItsColumn(String column, String cell, String what) {
        assertThat(draft(Map.of(column, cell)))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .extracting(Problem::column, Problem::what)
                                .containsExactly(column, what));
    }

    @Test
    void aSubjectThatAModelIsMadeForDoesNotGoWithoutIt() {
        var proposal = new Proposal(Origin.PAGE, Optional.empty());
        proposal.remove(files.byName("subjects").orElseThrow(), "lampadaire-eteint");
        files.byName("subject_texts")
                .ifPresent(file -> List.of("fr", "en", "ar")
                        .forEach(language -> proposal.remove(file, "lampadaire-eteint|" + language)));
        files.byName("competences")
                .ifPresent(file -> file.read().stream()
                        .filter(entry -> entry.cell("subject").equals("lampadaire-eteint"))
                        .forEach(entry -> proposal.remove(file, entry.key(file.key()))));

        assertThat(changes.draft(administrator, proposal)).isInstanceOf(Changes.Refused.class);
    }

    /** They say in French what the agent does next, and say nothing that a city has not decided. */
    @Test
    void whatIsShippedForAStartIsADraftUntilTheCityHasReadIt() {
        var starter = ImportFolder.shipped("cities/starter").csv("answer_models.csv");

        assertThat(starter).hasSizeGreaterThan(10).allSatisfy(line -> {
            assertThat(line.required("state")).isEqualTo("draft");
            assertThat(ModelText.problem(line.required("text_fr"))).isEmpty();
            assertThat(line.text("text_en").flatMap(ModelText::problem)).isEmpty();
            assertThat(line.required("text_fr")).doesNotContain("'", "Lyon", "Métropole");
        });
    }

    private Changes.Outcome draft(Map<String, String> cells) {
        var file = file();
        var whole = new HashMap<>(
                Objects.requireNonNull(RecordFiles.read(file).get(MODEL)).cells());
        whole.putAll(cells);
        var proposal = new Proposal(Origin.PAGE, Optional.empty());
        proposal.write(file, new Line(file.name(), 0, whole));
        return changes.draft(administrator, proposal);
    }

    private RecordFile file() {
        return files.byName("answer_models").orElseThrow();
    }
}
