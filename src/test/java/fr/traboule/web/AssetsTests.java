package fr.traboule.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.Answer;
import fr.traboule.WholeProgramTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeProgramTest
class AssetsTests {

    private static final int FIRST_PAGE_BUDGET = 60_000;
    private static final String STYLE_SHEET = "traboule.css";

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]+)}");
    private static final List<Pattern> PHYSICAL = Stream.of(
                    "(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-\\w+)?:.*",
                    "(left|right):.*",
                    "(float|clear|text-align|justify-\\w+):(left|right).*",
                    "border-(top|bottom)-(left|right)-radius:.*")
            .map(Pattern::compile)
            .toList();

    /** Top, right, bottom, left: a trap where right and left differ. */
    private static final Pattern FOUR_SIDES =
            Pattern.compile("(?:margin|padding|inset|border-\\w+):\\S+ (\\S+) \\S+ (\\S+)");

    /** A tick is the same everywhere; the arrows of links back and of details are turned round for Arabic. */
    private static final Set<String> DRAWN_WITH_BORDERS = Set.of(
            ".govuk-checkboxes__label::after",
            ".govuk-checkboxes--small .govuk-checkboxes__label::after",
            ".govuk-back-link::before",
            ".govuk-details__summary::before",
            ".govuk-details[open]>.govuk-details__summary::before");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Assets assets;

    @Test
    void theStyleSheetKnowsStartsAndEndsNotSides() {
        assertThat(RULE.matcher(styleSheet()).results())
                .filteredOn(rule -> !DRAWN_WITH_BORDERS.contains(rule.group(1)))
                .filteredOn(rule -> !rule.group(1).startsWith("[dir="))
                .allSatisfy(rule ->
                        assertThat(rule.group(2).split(";")).as(rule.group(1)).noneMatch(AssetsTests::isPhysical));
    }

    @Test
    void arrowsAreTurnedRoundForArabic() {
        assertThat(styleSheet())
                .contains("[dir=rtl] .govuk-back-link::before{", "[dir=rtl] .govuk-details__summary::before{");
    }

    @Test
    void neitherTheFontNorThePicturesOfTheBritishGovernmentAreUsed() {
        assertThat(styleSheet()).doesNotContainIgnoringCase("GDS Transport", "crown", "govuk-crest", "url(/assets");
    }

    @Test
    void everythingThatTheStyleSheetAsksForIsOurs() {
        var asked = Pattern.compile("url\\(\"?([^\")]+)\"?\\)")
                .matcher(styleSheet())
                .results();

        assertThat(asked.map(file -> file.group(1)))
                .isNotEmpty()
                .allMatch(file -> new ClassPathResource(Assets.FOLDER + file).exists());
    }

    @Test
    void theCitysColoursReplaceTheOnesOfTheStyleSheet() {
        assertThat(styleSheet()).contains("var(--city-brand,#", "var(--city-link,#");
        assertThat(mvc.get().uri("/theme.css"))
                .hasContentType("text/css")
                .bodyText()
                .matches(":root\\{--city-brand:#[0-9a-f]{6};--city-link:#[0-9a-f]{6}}");
    }

    @Test
    void aFileIsKeptForAYearUnderAnAddressThatChangesWithIt() {
        assertThat(assets.address(STYLE_SHEET)).matches("/assets/traboule\\.css\\?v=[0-9a-f]{10}");
        assertThat(mvc.get().uri(assets.address(STYLE_SHEET)))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    /** Without the fonts, which come once for all pages, and which the page does not wait for. */
    @Test
    void theFirstPageIsLightEnoughForASlowTelephone() {
        var page = Answer.page(mvc.get().uri("/").exchange());
        var files = page.select("link[href]").eachAttr("href");

        assertThat(files).hasSize(3);
        assertThat(compressed("/") + files.stream().mapToInt(this::compressed).sum())
                .isLessThan(FIRST_PAGE_BUDGET);
    }

    private static boolean isPhysical(String declaration) {
        var sides = FOUR_SIDES.matcher(declaration);
        return PHYSICAL.stream()
                        .anyMatch(physical -> physical.matcher(declaration).matches())
                || sides.matches() && !sides.group(1).equals(sides.group(2));
    }

    private int compressed(String address) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(mvc.get().uri(address).exchange().getResponse().getContentAsByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return compressed.size();
    }

    private static String styleSheet() {
        try {
            return new ClassPathResource(Assets.FOLDER + STYLE_SHEET).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
