package fr.traboule.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A view to save or to rename.
 *
 * @param unit code of the unit with whose people it is shared
 * @param version that it had when its page was shown
 */
record ViewForm(
        @NotBlank(message = "{desk.view.name.missing}")
        @Size(max = SavedView.LONGEST_NAME, message = "{desk.view.name.tooLong}")
        @Nullable
        String name,

        @Nullable String unit,

        @Size(max = SavedView.LONGEST_QUERY, message = "{desk.view.query.wrong}") @Nullable
        String query,

        @Nullable Integer version) {

    /** None but a new one has no version. */
    int seen() {
        return version == null ? 0 : version;
    }
}
