package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestNumberTests {

    private static final Random RANDOM = new Random(1);

    @Test
    void anySingleWrongSignIsFoundOut() {
        assertThat(numbers(500).flatMap(RequestNumberTests::withOneWrongSign).filter(RequestNumberTests::isTaken))
                .isEmpty();
    }

    @Test
    void anyTwoSignsExchangedAreFoundOutNextToEachOtherOrNot() {
        assertThat(numbers(2_000).flatMap(RequestNumberTests::withTwoExchanged).filter(RequestNumberTests::isTaken))
                .isEmpty();
    }

    @Test
    void noSignIsMistakenForAnother() {
        assertThat(RequestNumber.ALPHABET).hasSize(30).doesNotContain("0", "O", "1", "I", "L", "U");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s ", "n° %s", "%s.", "%s\t"})
    void howItIsTypedDoesNotMatterAsLongAsTheSignsAreThere(String typed) {
        var number = RequestNumber.random(RANDOM);

        assertThat(RequestNumber.of(typed.formatted(number).replace("n°", ""))).contains(number);
        assertThat(RequestNumber.of(number.signs().toLowerCase())).contains(number);
        assertThat(RequestNumber.of(number.toString().replace('-', '–'))).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "K7M", "K7M-4PX-3T", "K7M-4PX-3TNN", "' or 1=1 --", "\u0000\u0000\u0000", "é7M-4PX-3TN"})
    void anythingElseIsNoNumber(String typed) {
        assertThat(RequestNumber.of(typed)).isEmpty();
    }

    @Test
    void aWrongNumberCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestNumber("222222223"));
    }

    @Test
    void itIsReadInThreeGroupsOfThree() {
        assertThat(RequestNumber.random(RANDOM).toString()).matches("[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}");
    }

    private static Stream<String> numbers(int count) {
        return Stream.generate(() -> RequestNumber.random(RANDOM).signs()).limit(count);
    }

    private static Stream<String> withOneWrongSign(String signs) {
        var wrong = new ArrayList<String>();
        for (var at = 0; at < signs.length(); at++) {
            for (var sign : RequestNumber.ALPHABET.toCharArray()) {
                if (sign != signs.charAt(at)) {
                    wrong.add(signs.substring(0, at) + sign + signs.substring(at + 1));
                }
            }
        }
        return wrong.stream();
    }

    private static Stream<String> withTwoExchanged(String signs) {
        List<String> wrong = new ArrayList<>();
        for (var first = 0; first < signs.length(); first++) {
            for (var second = first + 1; second < signs.length(); second++) {
                var exchanged = new StringBuilder(signs);
                exchanged.setCharAt(first, signs.charAt(second));
                exchanged.setCharAt(second, signs.charAt(first));
                if (!exchanged.toString().equals(signs)) {
                    wrong.add(exchanged.toString());
                }
            }
        }
        return wrong.stream();
    }

    private static boolean isTaken(String signs) {
        return RequestNumber.of(signs).isPresent();
    }
}
