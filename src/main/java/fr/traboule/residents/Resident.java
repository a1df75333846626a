package fr.traboule.residents;

import fr.traboule.web.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of whom a record is kept.
 *
 * @param way in which they want to be answered
 * @param mergedInto the record that goes on for this one, which is of the same person
 */
record Resident(
        ResidentId id,
        Grounds grounds,
        AnswerWay way,
        Language language,
        Needs needs,
        Instant keptAt,
        Optional<ResidentId> mergedInto,
        int version) {

    Resident answeredBy(AnswerWay newWay) {
        return new Resident(id, grounds, newWay, language, needs, keptAt, mergedInto, version);
    }

    Resident preferring(Language newLanguage, Needs newNeeds) {
        return new Resident(id, grounds, way, newLanguage, newNeeds, keptAt, mergedInto, version);
    }

    Resident keptFor(Grounds newGrounds) {
        return new Resident(id, newGrounds, way, language, needs, keptAt, mergedInto, version);
    }

    /** @throws IllegalStateException if it is merged already, or into itself */
    Resident mergedInto(ResidentId main) {
        if (mergedInto.isPresent() || main.equals(id)) {
            throw new IllegalStateException("Record %s cannot go on in %s".formatted(id.value(), main.value()));
        }
        return new Resident(id, grounds, way, language, needs, keptAt, Optional.of(main), version);
    }

    Resident separated() {
        return new Resident(id, grounds, way, language, needs, keptAt, Optional.empty(), version);
    }
}
