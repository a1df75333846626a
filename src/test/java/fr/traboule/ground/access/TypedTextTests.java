package fr.traboule.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTests {

    private static final Pattern NO_TEXT = Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\p{Cs}]");

    @ParameterizedTest
    @ValueSource(strings = {"", "Un trou\r\n\tdevant l’école", "😀", "e\u0301", "\u202e", "\f"})
    void whatPeopleTypeIsText(String typed) {
        assertThat(TypedText.isText(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "\u0008", "\u000b", "\u001f", "\ud800", "\udc00", "\ud800a", "\ud83d\ude00\ud83d"})
    void whatNobodyTypesIsNot(String sent) {
        assertThat(TypedText.isText(sent)).isFalse();
    }

    @Test
    void anyOtherWordsAreJudgedLikeByThePatternThatSaysTheSame() {
        var random = new Random(42);
        for (var each = 0; each < 20_000; each++) {
            var words = new StringBuilder();
            for (var sign = random.nextInt(6); sign > 0; sign--) {
                words.append((char)
                        switch (random.nextInt(4)) {
                            case 0 -> random.nextInt(0x40);
                            case 1 -> 0xd7f0 + random.nextInt(0x820);
                            default -> random.nextInt(0x10000);
                        });
            }
            assertThat(TypedText.isText(words.toString()))
                    .isEqualTo(!NO_TEXT.matcher(words).find());
        }
    }
}
