package fr.traboule.retention;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/** A list of what may be destroyed. */
public record ProposalId(UUID value) {

    static ProposalId next() {
        return new ProposalId(UuidCreator.getTimeOrderedEpoch());
    }

    /** As it stands in an address; empty where it makes no sense. */
    static Optional<ProposalId> of(String text) {
        try {
            return Optional.of(new ProposalId(UUID.fromString(text)));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
