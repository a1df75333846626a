package fr.traboule.desk;

import fr.traboule.desk.AnswerSuggestions.Place;
import fr.traboule.requests.ContactForm;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.RequestNumber;
import fr.traboule.residents.AnswerWay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agent types on the page of a request; each act uses its part, and the rest waits in the session.
 *
 * @param version of the request when the agent saw it
 * @param subject code of the subject chosen
 * @param subjectWords to look for a subject
 * @param question asked of the person
 * @param partner who is waited for, and what for
 * @param colleague account of whoever is given the request
 * @param unit code of the unit that is to answer
 * @param why it is moved there
 * @param organisation code of the administration that accepted it
 * @param handOver what the person is told then
 * @param other number of the request that is about the same thing
 * @param said by the person, to the agent
 * @param model an answer kept ready
 * @param way in which the person wants to be answered from now on
 * @param contact what that needs
 */
record CaseForm(
        @Nullable Integer version,

        @Size(max = 10_000, message = "{desk.case.tooLong}") @Nullable
        String answer,

        @Size(max = 10_000, message = "{desk.case.tooLong}") @Nullable
        String note,

        @Nullable String subject,

        @Size(max = 200, message = "{desk.case.subject.tooLong}") @Nullable
        String subjectWords,

        @Size(max = 10_000, message = "{desk.case.tooLong}") @Nullable
        String question,

        @Size(max = 10_000, message = "{desk.case.tooLong}") @Nullable
        String partner,

        @Nullable String colleague,
        @Nullable String unit,

        @Size(max = 10_000, message = "{desk.case.tooLong}") @Nullable
        String why,

        @Nullable String organisation,

        @Size(max = 10_000, message = "{desk.case.tooLong}") @Nullable
        String handOver,

        @Size(max = 40, message = "{desk.case.other.wrong}") @Nullable
        String other,

        @Size(max = 10_000, message = "{desk.case.tooLong}") @Nullable
        String said,

        @Valid @Nullable ModelChoice model,
        @Nullable AnswerWay way,
        @Valid ContactForm contact)
        implements Serializable {

    CaseForm {
        contact = Objects.requireNonNullElse(contact, ContactForm.BLANK);
    }

    static final CaseForm BLANK = new CaseForm(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            ContactForm.BLANK);

    /** What is still to be sent once one part was. */
    CaseForm without(String... sent) {
        var gone = Set.of(sent);
        return new CaseForm(
                null,
                left("answer", answer, gone),
                left("note", note, gone),
                null,
                null,
                left("question", question, gone),
                left("partner", partner, gone),
                null,
                null,
                left("why", why, gone),
                null,
                left("handOver", handOver, gone),
                null,
                left("said", said, gone),
                gone.contains("answer") ? null : model,
                null,
                ContactForm.BLANK);
    }

    /** What is written where words kept ready would go. */
    String in(Place place) {
        var written = switch (place) {
            case ANSWER -> answer;
            case QUESTION -> question;
            case HAND_OVER -> handOver;
        };
        return Objects.requireNonNullElse(written, "").strip();
    }

    /** With words kept ready put where they go; an answer says what it was made of. */
    CaseForm with(Place place, String words, String reference) {
        var chosen = Objects.requireNonNullElse(model, new ModelChoice(null, null, null));
        return new CaseForm(
                version,
                place == Place.ANSWER ? words : answer,
                note,
                subject,
                subjectWords,
                place == Place.QUESTION ? words : question,
                partner,
                colleague,
                unit,
                why,
                organisation,
                place == Place.HAND_OVER ? words : handOver,
                other,
                said,
                chosen.using(place == Place.ANSWER ? reference : chosen.used()),
                way,
                contact);
    }

    private static @Nullable String left(String field, @Nullable String typed, Set<String> gone) {
        return gone.contains(field) ? null : typed;
    }

    Seen seen(RequestNumber number) {
        return new Seen(number, version == null ? -1 : version);
    }
}
