package fr.traboule.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.requests.Contact;
import fr.traboule.residents.AnswerWay;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvelopeTests {

    @Test
    void anAddressOfOneLineIsCutBeforeItsPostcode() {
        assertThat(lines("3 rue Garibaldi, 69003 Lyon"))
                .containsExactly("Simone Exemple", "3 rue Garibaldi", "69003 Lyon");
        assertThat(lines("12, rue Garibaldi 69003 Lyon"))
                .containsExactly("Simone Exemple", "12, rue Garibaldi", "69003 Lyon");
    }

    @Test
    void linesStayAsTheyWereTyped() {
        assertThat(lines("Bât. B\r\n3 rue Garibaldi\n\n69003 Lyon "))
                .containsExactly("Simone Exemple", "Bât. B", "3 rue Garibaldi", "69003 Lyon");
    }

    @Test
    void whatHasNoPostcodeIsOneLine() {
        assertThat(lines("au foyer, quai Arloing")).containsExactly("Simone Exemple", "au foyer, quai Arloing");
    }

    @Test
    void withoutAnAddressThereIsNothingButTheName() {
        assertThat(Envelope.of(Contact.NONE)).isEmpty();
    }

    private static List<String> lines(String address) {
        return Envelope.of(new Contact(
                AnswerWay.LETTER,
                Optional.of("Simone Exemple"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(address)));
    }
}
