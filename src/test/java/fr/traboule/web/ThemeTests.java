package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemeTests {

    private static final String READABLE = "#8f2f1b";
    private static final String PALE = "#ff6f50";

    @Test
    void aColourThatIsNotReadableBesideWhiteIsRefusedInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theme(PALE, READABLE))
                .withMessage("The colour #ff6f50 is not readable beside white: contrast 2.75, at least 4.5 is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theme(READABLE, PALE))
                .withMessageStartingWith("The colour #ff6f50 is not readable");
    }

    @Test
    void theLastReadableGreyIsAccepted() {
        assertThat(theme("#767676", "#767676").brand().hex()).isEqualTo("#767676");
        assertThatIllegalArgumentException().isThrownBy(() -> theme("#777777", READABLE));
    }

    @Test
    void frenchIsAlwaysOffered() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theme(READABLE, READABLE, List.of(Language.EN, Language.AR)))
                .withMessage("French is always offered");
    }

    @Test
    void theLanguagesOfAThemeDoNotChange() {
        var languages = new ArrayList<>(List.of(Language.FR));
        var theme = theme(READABLE, READABLE, languages);

        languages.add(Language.AR);

        assertThat(theme.languages()).containsExactly(Language.FR);
    }

    @Test
    void theAddressOfTheColoursChangesWithThem() {
        assertThat(ThemeController.address(theme(READABLE, READABLE)))
                .isNotEqualTo(ThemeController.address(theme("#767676", READABLE)))
                .isNotEqualTo(ThemeController.address(theme(READABLE, "#767676")));
    }

    private static Theme theme(String brand, String link) {
        return theme(brand, link, List.of(Language.FR));
    }

    private static Theme theme(String brand, String link, List<Language> languages) {
        return new Theme(
                "Lyon", languages, new Colour(brand), new Colour(link), Optional.empty(), Optional.empty(), false);
    }
}
