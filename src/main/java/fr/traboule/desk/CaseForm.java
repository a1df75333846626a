package fr.traboule.desk;

import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.RequestNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What an agent types on the page of a request; each act uses its part, and the rest waits in the session.
 *
 * @param version of the request when the agent saw it
 * @param subject code of the subject chosen
 * @param subjectWords to look for a subject
 * @param model an answer kept ready
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

        @Valid @Nullable ModelChoice model)
        implements Serializable {

    static final CaseForm BLANK = new CaseForm(null, null, null, null, null, null);

    /** What is still to be sent once one part was. */
    CaseForm unsent(@Nullable String answerLeft, @Nullable String noteLeft) {
        return new CaseForm(null, answerLeft, noteLeft, null, null, answerLeft == null ? null : model);
    }

    /** With an answer kept ready put into the answer. */
    CaseForm answering(String words, String reference) {
        var choice = model == null ? new ModelChoice(null, null, reference) : model.using(reference);
        return new CaseForm(version, words, note, subject, subjectWords, choice);
    }

    Seen seen(RequestNumber number) {
        return new Seen(number, version == null ? -1 : version);
    }
}
