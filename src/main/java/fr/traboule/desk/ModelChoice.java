package fr.traboule.desk;

import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The answer kept ready that an agent looks for and puts into theirs.
 *
 * @param words to look for one
 * @param chosen the one to put in
 * @param used reference of the last one that was put in
 */
record ModelChoice(
        @Size(max = ModelChoice.LONGEST, message = "{desk.case.model.tooLong}") @Nullable
        String words,

        @Nullable String chosen,
        @Nullable String used)
        implements Serializable {

    static final int LONGEST = 200;

    ModelChoice using(@Nullable String reference) {
        return new ModelChoice(words, null, reference);
    }
}
