package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.residents.AnswerWay;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.validation.BeanPropertyBindingResult;

/** Invariant I3: nothing is needed to be heard; a way to be answered needs what it needs. */
class ContactTests {

    @Test
    void nobodyHasToSayWhoTheyAre() {
        assertThat(ContactForm.BLANK.contact(AnswerWay.NONE)).isEqualTo(Contact.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void nobodyIsPromisedAnAnswerThatCannotReachThem(AnswerWay way) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Contact(way, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"EMAIL,email", "PHONE,phone", "LETTER,name postalAddress", "NONE,''"})
    void theFormSaysWhatTheWayNeedsAndIsMissing(AnswerWay way, String missing) {
        var errors = new BeanPropertyBindingResult(ContactForm.BLANK, "form");

        ContactForm.BLANK.validate(way, errors);

        assertThat(errors.getFieldErrors().stream().map(error -> error.getField()))
                .containsExactlyElementsOf(
                        missing.isEmpty() ? java.util.List.of() : java.util.List.of(missing.split(" ")));
    }

    @Test
    void blankFieldsAreNothing() {
        var contact = new ContactForm(" ", "jeanne@demo.example ", "", " ").contact(AnswerWay.EMAIL);

        assertThat(contact.email()).contains("jeanne@demo.example");
        assertThat(contact.name()).isEmpty();
        assertThat(contact.phone()).isEmpty();
        assertThat(contact.postalAddress()).isEmpty();
    }
}
