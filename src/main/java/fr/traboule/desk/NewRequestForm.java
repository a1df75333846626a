package fr.traboule.desk;

import fr.traboule.city.FindPlace;
import fr.traboule.requests.AnswerWay;
import fr.traboule.requests.Channel;
import fr.traboule.requests.ContactForm;
import fr.traboule.requests.Statement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that an agent files for somebody who is there or on the line, all on one page.
 *
 * @param key made with the page: the same form sent twice is one request
 * @param placeAsked the words that the addresses to choose from were found for: a choice made for other words says nothing
 */
record NewRequestForm(
        @NotNull(message = "{desk.new.key.missing}") @Nullable
        UUID key,

        @NotNull(message = "{desk.new.channel.missing}") @Nullable
        Channel channel,

        @NotBlank(message = "{desk.new.description.missing}")
        @Size(max = Statement.LONGEST, message = "{desk.new.description.tooLong}")
        @Nullable
        String description,

        @Size(max = 200, message = "{desk.case.subject.tooLong}") @Nullable
        String subjectWords,

        @Nullable String subject,

        @Size(max = FindPlace.LONGEST, message = "{desk.new.place.tooLong}") @Nullable
        String place,

        @Nullable String placeAsked,
        @Nullable String placeChoice,
        @Nullable String area,

        @NotNull(message = "{desk.new.way.missing}") @Nullable
        AnswerWay way,

        @Valid @Nullable ContactForm contact,
        @Nullable String language) {

    static NewRequestForm blank(UUID key) {
        return new NewRequestForm(key, null, null, null, null, null, null, null, null, null, ContactForm.BLANK, null);
    }

    /** Whether words were typed for a subject and none was chosen. */
    boolean isSubjectOpen() {
        return subject == null && subjectWords != null && !subjectWords.isBlank();
    }

    FindPlace.Said where() {
        return new FindPlace.Said(place, area, place != null && place.equals(placeAsked) ? placeChoice : null);
    }

    ContactForm reach() {
        return Optional.ofNullable(contact).orElse(ContactForm.BLANK);
    }
}
