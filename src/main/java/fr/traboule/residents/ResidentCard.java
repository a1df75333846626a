package fr.traboule.residents;

import fr.traboule.web.Language;
import java.util.List;
import java.util.Optional;

/**
 * Somebody in short: who it is and how to reach them.
 *
 * @param id of the record that goes on for all that are of the same person
 * @param details of all of these, the main one of each kind first
 */
public record ResidentCard(
        ResidentId id, List<Detail> details, AnswerWay way, Language language, Needs needs, int version) {

    public Optional<String> first(DetailKind kind) {
        return details.stream()
                .filter(detail -> detail.kind() == kind)
                .map(Detail::value)
                .findFirst();
    }

    /** By what they call themselves, or what else there is. */
    public String who() {
        return first(DetailKind.NAME)
                .or(() -> first(DetailKind.EMAIL))
                .or(() -> first(DetailKind.PHONE))
                .or(() -> first(DetailKind.ADDRESS))
                .orElse("");
    }

    /** The way they chose, where it still can be gone. */
    public AnswerWay reachable() {
        return Reach.isPossible(way, details) ? way : AnswerWay.NONE;
    }
}
