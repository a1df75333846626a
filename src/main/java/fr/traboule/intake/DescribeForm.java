package fr.traboule.intake;

import fr.traboule.requests.Statement;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person has to say, and the subject they came with, if they came from its page. */
record DescribeForm(
        @NotBlank(message = "{intake.describe.missing}")
        @Size(max = Statement.LONGEST, message = "{intake.describe.tooLong}")
        @Nullable
        String description,

        @Nullable String subject) {

    String words() {
        return description == null ? "" : description.strip();
    }
}
