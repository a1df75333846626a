package fr.traboule.field;

import fr.traboule.city.FindPlace;
import fr.traboule.city.Point;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an agent stands who wants to know what is to be done there. */
record AroundForm(
        @Size(max = FindPlace.LONGEST, message = "{field.form.place.tooLong}") @Nullable
        String place,

        @Nullable String placeChoice,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracy) {

    static final AroundForm BLANK = new AroundForm(null, null, null, null, null);

    /** As a report from there would say it. */
    ReportForm asReport() {
        return new ReportForm(
                new UUID(0, 0),
                null,
                null,
                null,
                null,
                null,
                place,
                null,
                placeChoice,
                null,
                latitude,
                longitude,
                accuracy,
                null);
    }

    Optional<Point> position() {
        return asReport().position();
    }
}
