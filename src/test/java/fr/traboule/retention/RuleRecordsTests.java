package fr.traboule.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Changes;
import fr.traboule.records.ImportProblem.Problem;
import fr.traboule.records.Line;
import fr.traboule.records.Proposal;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
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

/** The table of how long requests are kept, as a record of the city like all others. */
@WholeProgramTest
class RuleRecordsTests {

    private static final String RULE = "signalements-rue";

    @Autowired
    Changes changes;

    @Autowired
    RecordFiles files;

    @Autowired
    Rules rules;

    @Autowired
    Subjects subjects;

    @Autowired
    StaffFixture staff;

    private Actor.Agent administrator;

    @BeforeEach
    void signIn() {
        administrator = staff.agent(Role.ADMINISTRATOR);
    }

    @Test
    void whatTheAdministratorChangesCountsAtOnceAndCanBeUndone() {
        var drafted = (Changes.Drafted) draft(Map.of("current_months", "9"));
        changes.decide(administrator, new Changes.Seen(drafted.id(), 0), Optional.empty());
        assertThat(rule("lampadaire-eteint").currentMonths()).isEqualTo(9);

        var undoing = (Changes.Drafted) changes.draftUndoing(administrator, drafted.id());
        changes.decide(administrator, new Changes.Seen(undoing.id(), 0), Optional.empty());
        assertThat(rule("lampadaire-eteint").currentMonths()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            lampadaire-eteint,   signalements-rue
            reclamation-service, reclamations
            demande-sans-reponse, autres
            subvention-association, autres
            """)
    void theRuleOfASubjectIsItsOwnElseThatOfItsThemeElseThatOfTheRest(String subject, String rule) {
        assertThat(rule(subject).code()).isEqualTo(rule);
        assertThat(rules.bySubject())
                .filteredOn(
                        each -> each.subject().equals(subjects.byCode(subject).map(Subject::id)))
                .singleElement()
                .satisfies(each -> assertThat(each.rule().code()).isEqualTo(rule));
    }

    @Test
    void withoutASubjectItIsThatOfTheRest() {
        assertThat(rules.of(Optional.empty()).map(Rule::code)).contains("autres");
        assertThat(rules.bySubject())
                .filteredOn(each -> each.subject().isEmpty())
                .singleElement()
                .satisfies(each -> assertThat(each.rule().code()).isEqualTo("autres"));
    }

    /** What no text says waits for the archivist. */
    @Test
    void whatIsShippedIsMostlyToBeConfirmed() {
        assertThat(rules.all()).hasSizeGreaterThan(5);
        assertThat(rules.all().stream().filter(Rule::confirmed).map(Rule::code))
                .containsExactlyInAnyOrder("signalements-rue", "signalements-proprete");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            current_months | -1     | noMonths
            archive_months | 1201   | noMonths
            archive_months | trois  | noWhole
            fate           | brûler | noChoice
            visa           | aucun  | noChoice
            subject        | suggestion | subjectOrTheme
            """)
    void whatCannotBeTakenIsToldWithItsColumn(String column, String cell, String what) {
        assertThat(draft(Map.of(column, cell)))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .extracting(Problem::what)
                                .isEqualTo(what));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            proprete, rulesOfTheSame
            rien,     notIn
            """)
    void aRuleIsForSomethingThatIsThereAndHasNoOther(String theme, String what) {
        assertThat(draft(Map.of("theme", theme)))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .extracting(Problem::what)
                                .isEqualTo(what));
    }

    @Test
    void aSubjectThatHasARuleDoesNotGoWithoutIt() {
        var proposal = new Proposal(Origin.PAGE, Optional.empty());
        proposal.remove(files.byName("subjects").orElseThrow(), "remerciement");
        files.byName("subject_texts")
                .ifPresent(file -> List.of("fr", "en", "ar")
                        .forEach(language -> proposal.remove(file, "remerciement|" + language)));
        files.byName("competences")
                .ifPresent(file -> file.read().stream()
                        .filter(entry -> entry.cell("subject").equals("remerciement"))
                        .forEach(entry -> proposal.remove(file, entry.key(file.key()))));

        assertThat(changes.draft(administrator, proposal))
                .isInstanceOfSatisfying(
                        Changes.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::what)
                                .containsAnyOf("ruleOfNothing", "modelFitsNothing"));
    }

    private Rule rule(String subject) {
        return rules.of(subjects.byCode(subject).map(Subject::id)).orElseThrow();
    }

    private Changes.Outcome draft(Map<String, String> cells) {
        var file = file();
        var whole = new HashMap<>(
                Objects.requireNonNull(RecordFiles.read(file).get(RULE)).cells());
        whole.putAll(cells);
        var proposal = new Proposal(Origin.PAGE, Optional.empty());
        proposal.write(file, new Line(file.name(), 0, whole));
        return changes.draft(administrator, proposal);
    }

    private RecordFile file() {
        return files.byName("retention_rules").orElseThrow();
    }
}
