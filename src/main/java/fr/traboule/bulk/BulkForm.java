package fr.traboule.bulk;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the requests of a batch.
 *
 * @param version of the batch when the agent saw it
 * @param colleague account of whoever is given them
 * @param model code of the model answer
 */
record BulkForm(
        @Nullable Integer version,

        @Nullable String colleague,

        @Size(max = 100, message = "{bulk.model.gone}") @Nullable
        String model,

        @Size(max = AnswerText.LONGEST, message = "{bulk.words.tooLong}") @Nullable
        String words) {

    static BulkForm of(Batch batch) {
        return new BulkForm(
                batch.version(),
                batch.colleague().map(account -> account.value().toString()).orElse(null),
                batch.model().orElse(null),
                batch.words().orElse(null));
    }

    /** That of no batch, where it is missing. */
    int seen() {
        return version == null ? -1 : version;
    }

    static Optional<String> typed(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }
}
