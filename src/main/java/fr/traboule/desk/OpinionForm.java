package fr.traboule.desk;

import fr.traboule.web.DateFields;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An opinion asked of a unit, or given.
 *
 * @param unit code of the unit that is asked
 * @param day by which it is needed
 * @param words the question, or the opinion
 */
record OpinionForm(
        @Nullable String unit,
        @Valid @Nullable DateFields day,

        @Size(max = 10_000, message = "{desk.case.tooLong}") @Nullable
        String words) {

    static final OpinionForm BLANK = new OpinionForm(null, null, null);
}
