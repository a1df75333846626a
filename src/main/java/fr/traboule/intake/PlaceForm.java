package fr.traboule.intake;

import fr.traboule.city.FindPlace;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where it is, as typed; see {@link FindPlace.Said}. */
record PlaceForm(
        @Size(max = FindPlace.LONGEST, message = "{intake.place.tooLong}") @Nullable
        String place,

        @Nullable String choice,
        @Nullable String area) {

    FindPlace.Said said() {
        return new FindPlace.Said(place, area, choice);
    }
}
