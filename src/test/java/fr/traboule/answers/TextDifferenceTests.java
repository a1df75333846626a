package fr.traboule.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.answers.TextDifference.Part;
import fr.traboule.answers.TextDifference.What;
import org.junit.jupiter.api.Test;

class TextDifferenceTests {

    @Test
    void aLineThatChangedIsTheFormerOneAndTheNewOne() {
        assertThat(TextDifference.between("Bonjour\nUn\nFin", "Bonjour\nDeux\nFin\nAu revoir")
                        .parts())
                .containsExactly(
                        new Part(What.SAME, "Bonjour"),
                        new Part(What.GONE, "Un"),
                        new Part(What.NEW, "Deux"),
                        new Part(What.SAME, "Fin"),
                        new Part(What.NEW, "Au revoir"));
    }

    @Test
    void sameTextsDifferInNothing() {
        assertThat(TextDifference.between("a\nb", "a\nb").isNone()).isTrue();
        assertThat(TextDifference.between("", "").isNone()).isTrue();
        assertThat(TextDifference.between("", "a").parts()).containsExactly(new Part(What.NEW, "a"));
        assertThat(TextDifference.between("a", "").parts()).containsExactly(new Part(What.GONE, "a"));
    }

    @Test
    void veryManyLinesAreComparedAsAWhole() {
        var before = "x\n".repeat(2_000);

        assertThat(TextDifference.between(before, "y").parts())
                .containsExactly(new Part(What.GONE, before), new Part(What.NEW, "y"));
    }
}
