package fr.traboule.retention;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says on the page of a request that is kept; each act uses its part.
 *
 * @param why it is consulted
 * @param whyWords that say more
 * @param hold why it is held
 * @param holdWords that say more
 * @param back why it is brought back
 */
record KeptForm(
        @Nullable ConsultReason why,

        @Size(max = 200, message = "{retention.tooLong}") @Nullable
        String whyWords,

        @Nullable HoldReason hold,

        @Size(max = 1_000, message = "{retention.tooLong}") @Nullable
        String holdWords,

        @Size(max = 1_000, message = "{retention.tooLong}") @Nullable
        String back) {

    static final KeptForm BLANK = new KeptForm(null, null, null, null, null);
}
