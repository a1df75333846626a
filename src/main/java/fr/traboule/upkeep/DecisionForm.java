package fr.traboule.upkeep;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a file is released or erased: those who work on the request read it. */
record DecisionForm(
        @NotBlank(message = "{upkeep.file.reason.missing}")
        @Size(max = LONGEST, message = "{upkeep.file.reason.tooLong}")
        @Nullable
        String reason) {

    static final int LONGEST = 1_000;

    /** Once it is known to be there. */
    String words() {
        return Objects.requireNonNull(reason);
    }
}
