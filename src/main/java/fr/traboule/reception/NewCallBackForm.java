package fr.traboule.reception;

import fr.traboule.requests.Contact;
import fr.traboule.web.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call-back as an agent writes it down.
 *
 * @param key made with the page: the same form sent twice is one call-back
 * @param span of the day, by its code
 * @param unit code of the unit that is to call; nothing for the one that fits
 * @param number of the request that it is about
 */
record NewCallBackForm(
        @NotNull(message = "{reception.new.key.missing}") @Nullable
        UUID key,

        @NotBlank(message = "{reception.callBack.phone.missing}")
        @Pattern(regexp = "^\\s*$|^\\+?[0-9 .()\\-]{6,25}$", message = "{requests.contact.phone.wrong}")
        @Nullable
        String phone,

        @Size(max = Caller.LONGEST_NAME, message = "{requests.contact.name.tooLong}") @Nullable
        String name,

        @Size(max = Caller.LONGEST, message = "{reception.callBack.words.tooLong}") @Nullable
        String words,

        @Nullable String day,
        @Nullable String span,
        @Nullable String language,

        @Size(max = 200, message = "{desk.case.subject.tooLong}") @Nullable
        String subjectWords,

        @Nullable String subject,
        @Nullable String unit,

        @Size(max = 20, message = "{reception.callBack.number.wrong}") @Nullable
        String number) {

    static NewCallBackForm about(@Nullable String number) {
        return new NewCallBackForm(
                CallBackId.next().value(), null, null, null, null, null, null, null, null, null, number);
    }

    /** With how to call whoever filed a request, where they left it. */
    NewCallBackForm calling(Contact contact, Language spoken) {
        return new NewCallBackForm(
                key,
                contact.phone().orElse(null),
                contact.name().orElse(null),
                words,
                day,
                span,
                spoken.code(),
                subjectWords,
                subject,
                unit,
                number);
    }

    /** What was typed on the screen for whoever is there. */
    static NewCallBackForm of(NewRequestForm typed) {
        return new NewCallBackForm(
                CallBackId.next().value(),
                typed.reach().phone(),
                typed.reach().name(),
                typed.description(),
                null,
                null,
                typed.language(),
                typed.subjectWords(),
                typed.subject(),
                null,
                null);
    }

    /** Empty where no day or no part of it was chosen, or it is none of those that were offered. */
    Optional<CallWindow> window() {
        return Optional.ofNullable(span)
                .flatMap(CallWindow.Span::of)
                .flatMap(part -> date().map(known -> CallWindow.of(known, part)));
    }

    private Optional<LocalDate> date() {
        try {
            return Optional.ofNullable(day).map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    boolean isSubjectOpen() {
        return subject == null && NewRequestForm.given(subjectWords).isPresent();
    }

    Language spoken() {
        return Optional.ofNullable(language).flatMap(Language::of).orElse(Language.FR);
    }

    Caller caller() {
        return Caller.of(
                NewRequestForm.given(phone).orElseThrow(), NewRequestForm.given(name), NewRequestForm.given(words));
    }
}
