package fr.traboule.intake;

import fr.traboule.city.FindPlace;
import fr.traboule.city.Whereabouts;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where it is, as typed; see {@link FindPlace.Said}.
 *
 * @param asked the words that the addresses to choose from were found for: a choice made for other words says nothing
 */
record PlaceForm(
        @Size(max = FindPlace.LONGEST, message = "{intake.place.tooLong}") @Nullable
        String place,

        @Nullable String asked,
        @Nullable String choice,
        @Nullable String area) {

    static final PlaceForm BLANK = new PlaceForm(null, null, null, null);

    static PlaceForm of(Whereabouts known) {
        return new PlaceForm(known.label(), null, null, known.area().orElse(null));
    }

    /** Whether it says again where it was already known to be: a point chosen on the map is not lost then. */
    boolean isStill(Whereabouts known) {
        return of(known).equals(new PlaceForm(place, null, choice, area == null || area.isEmpty() ? null : area));
    }

    /** Whether the person was shown addresses for these very words. */
    boolean wasAsked() {
        return place != null && place.equals(asked);
    }

    FindPlace.Said said() {
        return new FindPlace.Said(place, area, wasAsked() ? choice : null);
    }
}
