package fr.traboule.tracking;

import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.TrackingSecret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Number and secret, as typed. */
record TrackForm(
        @NotBlank(message = "{tracking.find.number.missing}")
        @Size(max = 40, message = "{tracking.find.number.wrong}")
        @Nullable
        String number,

        @NotBlank(message = "{tracking.find.secret.missing}")
        @Size(max = 40, message = "{tracking.find.wrong}")
        @Nullable
        String secret) {

    /** Empty where what was typed cannot be a number: a sign is wrong, or two were exchanged. */
    Optional<RequestNumber> requestNumber() {
        return Optional.ofNullable(number).flatMap(RequestNumber::of);
    }

    Optional<TrackingSecret> trackingSecret() {
        return Optional.ofNullable(secret).flatMap(TrackingSecret::of);
    }
}
