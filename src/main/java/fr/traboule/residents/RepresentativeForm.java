package fr.traboule.residents;

import static fr.traboule.residents.GroundsForm.given;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.residents.ResidentLedger.Seen;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Somebody who speaks for the person, as typed. */
record RepresentativeForm(
        @Nullable Integer version,

        @Size(max = Representative.LONGEST, message = "{residents.representative.name.tooLong}") @Nullable
        String name,

        Representative.@Nullable Quality quality,

        @Size(max = Represented.LONGEST, message = "{residents.representative.reach.tooLong}") @Nullable
        String reach) {

    Seen seen(ResidentId id) {
        return new Seen(id, version == null ? -1 : version);
    }

    void check(Errors errors) {
        if (given(name).isEmpty()) {
            errors.rejectValue("name", "residents.representative.name.missing");
        }
        if (quality == null) {
            errors.rejectValue("quality", "residents.representative.quality.missing");
        }
    }

    /** @throws IllegalArgumentException if something is missing: it was not checked */
    Represented represented() {
        if (quality == null) {
            throw new IllegalArgumentException("Whoever speaks for somebody is something to them");
        }
        return new Represented(
                UuidCreator.getTimeOrderedEpoch(),
                new Representative(given(name).orElse(""), quality),
                given(reach));
    }
}
