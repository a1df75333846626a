package fr.traboule.retention;

import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides on the page of a list; each act uses its part.
 *
 * @param requests ids of what is taken out
 * @param signedOn a day, as browsers write it
 */
record ProposalForm(
        @Size(max = ProposalController.MOST, message = "{retention.tooLong}") @Nullable
        List<String> requests,

        @Nullable OutReason reason,
        @Nullable String signedOn,

        @Size(max = 200, message = "{retention.tooLong}") @Nullable
        String signatory,

        @Size(max = 100, message = "{retention.tooLong}") @Nullable
        String reference,

        @Size(max = 1_000, message = "{retention.tooLong}") @Nullable
        String words) {

    static final ProposalForm BLANK = new ProposalForm(null, null, null, null, null, null);

    static Optional<String> typed(@Nullable String field) {
        return Optional.ofNullable(field)
                .map(text -> text.replace('\0', ' ').strip())
                .filter(text -> !text.isEmpty());
    }

    List<UUID> ids() {
        try {
            return Objects.requireNonNullElse(requests, List.<String>of()).stream()
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException broken) {
            return List.of();
        }
    }

    Optional<LocalDate> day() {
        try {
            return typed(signedOn).map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
