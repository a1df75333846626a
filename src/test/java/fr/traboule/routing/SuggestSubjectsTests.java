package fr.traboule.routing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.traboule.WholeProgramTest;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.Line;
import fr.traboule.web.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The phrases beside are ours: what people might type, and the subject that they mean. */
@WholeProgramTest
class SuggestSubjectsTests {

    private static final List<Line> PHRASES =
            ImportFolder.on(Path.of("src/test/java/fr/traboule/routing")).csv("phrases.csv");
    private static final int RANDOM_PHRASES = 300;

    @Autowired
    SuggestSubjects suggestSubjects;

    @Autowired
    HikariDataSource database;

    @ParameterizedTest(name = "among the first {0}: {1} %")
    @CsvSource({"1,94", "3,98", "6,99"})
    void whatPeopleMeanIsAmongTheFirst(int first, double percent) {
        Predicate<Line> isHit = phrase -> suggested(phrase, first).contains(phrase.required("expected"));

        var missed = PHRASES.stream().filter(isHit.negate()).toList();

        assertThat(100.0 * (PHRASES.size() - missed.size()) / PHRASES.size())
                .as(missed.stream().map(this::told).collect(joining("\n")))
                .isGreaterThanOrEqualTo(percent);
    }

    private String told(Line phrase) {
        return "« %s » means %s, suggested: %s"
                .formatted(phrase.required("phrase"), phrase.required("expected"), suggested(phrase, 6));
    }

    private List<String> suggested(Line phrase, int most) {
        var language = Language.of(phrase.required("language")).orElseThrow();
        return suggestSubjects.suggest(phrase.required("phrase"), language, most).stream()
                .map(Subject::code)
                .toList();
    }
}
