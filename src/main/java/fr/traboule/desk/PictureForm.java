package fr.traboule.desk;

import fr.traboule.requests.PictureReason;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of a photo.
 *
 * @param version of the request when the agent saw it
 * @param hidden squares so far, as a code
 * @param view at which they look, as a code
 * @param square those that are ticked
 * @param squares others, by their names
 * @param reason why nobody may see it
 */
record PictureForm(
        @Nullable Integer version,
        @Nullable String hidden,
        @Nullable String view,
        List<Integer> square,

        @Size(max = 200, message = "{desk.picture.squares.wrong}") @Nullable
        String squares,

        @Nullable PictureReason reason) {

    static final PictureForm BLANK = new PictureForm(null, null, null, List.of(), null, null);

    PictureForm {
        square = Objects.requireNonNullElse(square, List.of());
    }

    int seen() {
        return version == null ? -1 : version;
    }
}
