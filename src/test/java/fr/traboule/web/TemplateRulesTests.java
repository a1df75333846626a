package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no template of the program does, nor forgets. */
class TemplateRulesTests {

    /** A word: two letters or more. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Texts given to a component as they are. */
    private static final Pattern LITERAL_TEXT = Pattern.compile(
            "\\b(text|label|legend|title|hint|caption|summary|key|alt)\\s*=\\s*\"[^\"$]*\\p{L}[^\"]*\"");

    /** The layout has it for the page that asks a browser for a passkey, the one that saves drafts and those of field agents: a file of the program, nothing inside. */
    private static final String SCRIPT_OF_ITS_OWN = "<script src=\"${page.asset(script)}\" defer></script>";

    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+=");

    /** A sample request number, on the page of components. */
    private static final Map<String, Set<String>> WORDS_THAT_NEED_NO_TRANSLATION =
            Map.of("web/components.jte", Set.of("K7M-4PX-3TN"));

    /** Drawings that are documents of their own, shown by an image that has the words. */
    private static final Set<String> DRAWINGS = Set.of("city/map.jte");

    static Stream<Template> templates() {
        return Template.all().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingGoesIntoAPageUnescaped(Template template) {
        assertThat(template.source()).doesNotContain("$unsafe");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void pagesHaveNoScriptNoHandlerAndNoStyleInside(Template template) {
        assertThat(template.source().replace(SCRIPT_OF_ITS_OWN, ""))
                .doesNotContainIgnoringCase("<script", "<style", "javascript:", " style=");
        assertThat(HANDLER.matcher(template.source()).results()).isEmpty();
    }

    @Test
    void fourPagesHaveAScript() {
        assertThat(templates().filter(template -> template.source().contains("script = \"")))
                .extracting(Template::name)
                .containsExactlyInAnyOrder(
                        "field/around.jte", "field/report.jte", "reception/new.jte", "staff/passkey.jte");
        assertThat(templates().filter(template -> template.source().contains(SCRIPT_OF_ITS_OWN)))
                .extracting(Template::name)
                .containsExactly("web/layout.jte");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aFormThatSendsIsTheComponentWhichHasTheToken(Template template) {
        if (template.name().equals("web/form.jte")) {
            assertThat(template.source()).contains("method=\"post\"", "page.csrf().getToken()");
        } else {
            assertThat(template.tags("form")).allMatch(form -> form.contains("method=\"get\""));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void fieldsOfFormsThatSendAreComponents(Template template) {
        if (!template.isOfTheKit()) {
            assertThat(template.withoutFormsThatAsk().tags("input|textarea|select"))
                    .allMatch(field -> field.contains("type=\"hidden\"") || field.contains("type=\"image\""));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void fieldsOfFormsThatOnlyAskHaveALabelToo(Template template) {
        var page = Jsoup.parseBodyFragment(template.source());

        if (!template.isOfTheKit()) {
            assertThat(page.select("label").eachAttr("for"))
                    .containsAll(page.select("form[method=get] input").eachAttr("id"));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void picturesHaveWordsOrAreHiddenFromThoseWhoDoNotSeeThem(Template template) {
        if (!DRAWINGS.contains(template.name())) {
            assertThat(template.tags("img|input"))
                    .filteredOn(tag -> tag.startsWith("<img") || tag.contains("type=\"image\""))
                    .allMatch(picture -> picture.contains(" alt=\""));
            assertThat(template.tags("svg"))
                    .allMatch(picture -> picture.contains("aria-hidden=\"true\"")
                            || picture.contains("role=\"img\"") && picture.contains("aria-label=\""));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyWordOfAPageIsInTheBundles(Template template) {
        var page = template.unchanging();
        var allowed = WORDS_THAT_NEED_NO_TRANSLATION.getOrDefault(template.name(), Set.of());
        var said = Stream.of("alt", "aria-label", "title", "placeholder")
                .flatMap(name -> page.select("[" + name + "]").eachAttr(name).stream());

        assertThat(Stream.concat(page.getAllElements().stream().map(Element::ownText), said)
                        .filter(WORD.asPredicate())
                        .filter(text -> !allowed.contains(text)))
                .isEmpty();
        assertThat(LITERAL_TEXT.matcher(template.source()).results().map(text -> text.group()))
                .isEmpty();
    }
}
