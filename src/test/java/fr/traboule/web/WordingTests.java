package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.NoSuchMessageException;

class WordingTests {

    private final Wording french = Kit.wording(Language.FR);
    private final Wording arabic = Kit.wording(Language.AR);

    @Test
    void whatIsPutInATextFromRightToLeftKeepsItsDirection() {
        assertThat(arabic.text("tracking.show.title", "K7M-4PX-3TN")).isEqualTo("الطلب \u2068K7M-4PX-3TN\u2069");
        assertThat(french.text("tracking.show.title", "K7M-4PX-3TN")).isEqualTo("Demande K7M-4PX-3TN");
    }

    @Test
    void anInstantIsToldInTheCitysZone() {
        var winter = Instant.parse("2026-11-22T23:30:00Z");

        assertThat(french.date(winter)).isEqualTo("23 novembre 2026");
        assertThat(french.shortDate(winter)).isEqualTo("23/11/2026");
        assertThat(french.dateTime(winter)).isEqualTo("23 novembre 2026 à 0\u00a0h\u00a030");
    }

    @Test
    void aDateAndATimeAreTwoIsolatesInArabic() {
        assertThat(arabic.dateTime(Instant.parse("2026-11-22T09:00:00Z")))
                .isEqualTo("\u206822 نوفمبر 2026\u2069 على الساعة \u206810:00\u2069");
    }

    @ParameterizedTest
    @CsvSource({
        "0, لا يوجد أي مكان",
        "1, مكان واحد",
        "2, مكانان",
        "3, 3 أماكن",
        "10, 10 أماكن",
        "11, 11 مكاناً",
        "99, 99 مكاناً",
        "100, 100 مكان",
        "102, 102 مكان",
        "103, 103 أماكن"
    })
    void arabicHasItsSixWaysToCount(int number, String text) {
        assertThat(arabic.text("city.places.count", number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, Aucun lieu", "1, 1 lieu", "2, 2 lieux", "100, 100 lieux"})
    void frenchCountsFromTwo(int number, String text) {
        assertThat(french.text("city.places.count", number)).isEqualTo(text);
    }

    @Test
    void aTextThatIsMissingIsABug() {
        assertThatThrownBy(() -> french.text("web.nothing")).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void aWordHasItsTextUnderItsModuleAndItsEnum() {
        assertThat(Sample.TWO_WORDS.textKey()).isEqualTo("web.sample.two_words");
        assertThat(Sample.WITH_A_BODY.textKey()).isEqualTo("web.sample.with_a_body");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, aujourd’hui à 11\u00a0h",
        "2026-11-22T23:00:00Z, demain à 0\u00a0h",
        "2026-11-28T08:30:00Z, samedi à 9\u00a0h\u00a030",
        "2026-11-29T08:30:00Z, dimanche 29 novembre 2026 à 9\u00a0h\u00a030",
        "2026-11-21T08:30:00Z, samedi 21 novembre 2026 à 9\u00a0h\u00a030"
    })
    void aMomentIsToldAsFromToday(Instant moment, String told) {
        assertThat(Kit.page(Language.FR).moment(moment)).isEqualTo(told);
    }

    @Test
    void wordsThatAreNotTranslatedAreFrenchAndSaySo() {
        var words = Translated.ofColumns(language -> Optional.of("Voirie").filter(french -> language.equals("fr")));

        assertThat(words.in(Language.AR)).isEqualTo(new Words("Voirie", Language.FR));
    }

    private enum Sample implements Labelled {
        TWO_WORDS,
        WITH_A_BODY {
            @Override
            public String toString() {
                return "other";
            }
        }
    }
}
