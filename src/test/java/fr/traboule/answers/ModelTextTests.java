package fr.traboule.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.answers.ModelText.Problem;
import fr.traboule.answers.ModelText.Wrong;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bonjour {{inconnu}}                      | UNKNOWN        | inconnu
            Bonjour {{Numero}}                       | UNKNOWN        | Numero
            {{numero.class}}                         | UNKNOWN        | numero.class
            {{#numero}}{{this}}{{/numero}}           | UNKNOWN        | this
            {{#numero}}{{.}}{{/numero}}              | UNKNOWN        | .
            Bonjour {{numero                         | BRACES         | {{numero
            Bonjour {{numero et {{service}}          | BRACES         | {{numero et {{service}}
            Bonjour numero}}                         | BRACES         | }}
            {{#lieu}}à {{lieu}}                      | SECTION        | lieu
            {{#lieu}}à {{lieu}}{{/agent}}            | SECTION        | agent
            à l’envers {{/lieu}}                     | SECTION        | lieu
            {{#lieu}}{{#motif}}{{/lieu}}{{/motif}}   | SECTION        | lieu
            à {{lieu}}                               | MAY_BE_MISSING | lieu
            {{^lieu}}à {{lieu}}{{/lieu}}             | MAY_BE_MISSING | lieu
            {{#motif}}à {{lieu}}{{/motif}}           | MAY_BE_MISSING | lieu
            {{>autre}}                               | NOT_ALLOWED    | {{>autre}}
            {{{numero}}}                             | NOT_ALLOWED    | {{{numero}}
            {{&numero}}                              | NOT_ALLOWED    | {{&numero}}
            {{!remarque}}                            | NOT_ALLOWED    | {{!remarque}}
            {{=<% %>=}}                              | NOT_ALLOWED    | {{=<% %>=}}
            {{}}                                     | NOT_ALLOWED    | {{}}
            """)
    void whatIsNotPlainAndKnownIsRefusedByItsName(String words, Wrong wrong, String part) {
        assertThat(ModelText.problem(words)).contains(new Problem(wrong, part));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelText(words));
    }

    @Test
    void aTextHasWordsAndAnEnd() {
        assertThat(ModelText.problem(" \n")).map(Problem::wrong).contains(Wrong.EMPTY);
        assertThat(ModelText.problem("a".repeat(ModelText.LONGEST))).isEmpty();
        assertThat(ModelText.problem("a".repeat(ModelText.LONGEST + 1)))
                .map(Problem::wrong)
                .contains(Wrong.TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheTableOfVariablesShowsCanBeWritten(Variable variable) {
        assertThat(ModelText.problem(variable.written())).isEmpty();
        assertThat(new ModelText(variable.written()).filled(Map.of(variable, "12 rue Garibaldi")))
                .isEqualTo("12 rue Garibaldi");
    }

    @Test
    void variablesAreFilledInAndASentenceWithoutItsWordGoes() {
        var text = new ModelText("Bonjour{{#nom_de_la_personne}} {{nom_de_la_personne}}{{/nom_de_la_personne}},\n"
                + "{{^lieu}}Où est-ce ?{{/lieu}}{{#lieu}}Nous venons : {{lieu}}.{{/lieu}} {{ numero }}");

        assertThat(text.filled(Map.of(Variable.PERSON, "Jeanne", Variable.PLACE, "là", Variable.NUMBER, "K7M")))
                .isEqualTo("Bonjour Jeanne,\nNous venons : là. K7M");
        assertThat(text.filled(Map.of(Variable.NUMBER, "K7M"))).isEqualTo("Bonjour,\nOù est-ce ? K7M");
    }

    /** What a resident types is words, whatever it looks like. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{service}}",
                "{{#service}}x{{/service}}",
                "{{> secret}}",
                "{{=<% %>=}} <%service%>",
                "{{{service}}}",
                "}}{{service}}{{",
                "${7*7} #{7*7} $unsafe{x}",
                "<script>alert(1)</script> & \"'",
                "\\{\\{service\\}\\}"
            })
    void aValueIsNeverReadAsAModel(String hostile) {
        var text = new ModelText("{{#nom_de_la_personne}}{{nom_de_la_personne}}{{/nom_de_la_personne}} / {{service}}");

        assertThat(text.filled(Map.of(Variable.PERSON, hostile, Variable.UNIT, "Voirie")))
                .isEqualTo(hostile + " / Voirie");
    }

    @Test
    void wordsThatLookLikeOneBraceAreWords() {
        assertThat(new ModelText("{a} } { 5 < 6 & 7 « é »").filled(Map.of())).isEqualTo("{a} } { 5 < 6 & 7 « é »");
    }

    @Test
    void variablesHaveOneWordEach() {
        assertThat(Variable.values()).extracting(Variable::word).doesNotHaveDuplicates();
        assertThat(Variable.of("numero")).isEqualTo(Optional.of(Variable.NUMBER));
    }
}
