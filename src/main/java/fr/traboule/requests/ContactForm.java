package fr.traboule.requests;

import fr.traboule.residents.AnswerWay;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** How to reach a person, as typed; which of it is needed depends on the way they want to be answered. */
public record ContactForm(
        @Size(max = 200, message = "{requests.contact.name.tooLong}") @Nullable
        String name,

        @Pattern(regexp = "^$|^[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+$", message = "{requests.contact.email.wrong}")
        @Size(max = 254, message = "{requests.contact.email.wrong}")
        @Nullable
        String email,

        @Pattern(regexp = "^$|^\\+?[0-9 .()\\-]{6,25}$", message = "{requests.contact.phone.wrong}") @Nullable
        String phone,

        @Size(max = 500, message = "{requests.contact.postalAddress.tooLong}") @Nullable
        String postalAddress)
        implements Serializable {

    public static final ContactForm BLANK = new ContactForm(null, null, null, null);

    /** Says what that way needs and is missing. */
    public void validate(AnswerWay way, Errors errors) {
        switch (way) {
            case EMAIL -> require("email", email, errors);
            case PHONE -> require("phone", phone, errors);
            case LETTER -> {
                require("name", name, errors);
                require("postalAddress", postalAddress, errors);
            }
            case NONE -> {}
        }
    }

    /** @throws IllegalArgumentException if that way needs what is missing: it was not validated */
    public Contact contact(AnswerWay way) {
        return new Contact(way, given(name), given(email), given(phone), given(postalAddress));
    }

    /** With what somebody said of themselves, in the field that it fits, where that is empty. */
    public ContactForm completedWith(String said) {
        if (said.contains("@")) {
            return new ContactForm(name, given(email).orElse(said), phone, postalAddress);
        }
        return FindPerson.phones(said).isEmpty()
                ? new ContactForm(given(name).orElse(said), email, phone, postalAddress)
                : new ContactForm(name, email, given(phone).orElse(said), postalAddress);
    }

    /** What was given, to be shown. */
    public Stream<String> lines() {
        return Stream.of(given(name), given(email), given(phone), given(postalAddress))
                .flatMap(Optional::stream);
    }

    /** What was given, by the names of the fields. */
    Map<String, String> given() {
        var all = new HashMap<String, String>();
        given(name).ifPresent(value -> all.put("name", value));
        given(email).ifPresent(value -> all.put("email", value));
        given(phone).ifPresent(value -> all.put("phone", value));
        given(postalAddress).ifPresent(value -> all.put("postalAddress", value));
        return all;
    }

    private static void require(String field, @Nullable String value, Errors errors) {
        if (given(value).isEmpty() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "requests.contact." + field + ".missing");
        }
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(text -> text.replace('\0', ' ').strip())
                .filter(text -> !text.isEmpty());
    }
}
