package fr.traboule.pact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.web.Language;
import jakarta.servlet.http.Cookie;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeProgramTest
class PactControllerTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Commitments commitments;

    @ParameterizedTest
    @EnumSource
    void everyCommitmentIsReadInEveryLanguage(Language language) throws Exception {
        var answer = browser.get()
                .uri("/pacte")
                .cookie(new Cookie("langue", language.code()))
                .exchange();
        var page = Jsoup.parse(answer.getResponse().getContentAsString());

        assertThat(answer).hasStatusOk();
        assertThat(page.select("html").attr("lang")).isEqualTo(language.code());
        assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
        assertThat(page.select("main h2")).hasSize(3);
        assertThat(page.select("main dd").eachText())
                .hasSize(34)
                .containsExactlyInAnyOrderElementsOf(commitments.all().stream()
                        .map(commitment -> commitment.words().in(language).text())
                        .map(words -> words.replace('\u00A0', ' '))
                        .toList());
    }

    @Test
    void everyCommitmentHasItsNumberAndItsAddressOnThePage() throws Exception {
        var answer = browser.get().uri("/pacte").exchange();
        var page = Jsoup.parse(answer.getResponse().getContentAsString());

        assertThat(IntStream.rangeClosed(1, 34))
                .allSatisfy(number -> assertThat(
                                page.select("#engagement-" + number + " dt").text())
                        .isEqualTo(String.valueOf(number)));
    }

    @Test
    void everyCommitmentIsTranslated() {
        assertThat(commitments.all())
                .allMatch(commitment -> commitment.words().texts().size() == Language.values().length);
    }
}
