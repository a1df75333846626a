package fr.traboule.residents;

import fr.traboule.ground.history.History;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that is kept of one person.
 *
 * @param kin the record, and those that are merged into it
 * @param details of all of them
 */
record ResidentSheet(
        ResidentCard card,
        List<Resident> kin,
        List<Detail> details,
        List<Represented> representatives,
        List<Correction> corrections,
        List<ResidentAlike> alike,
        List<History.Told> story) {

    Resident resident() {
        return kin.getFirst();
    }

    List<Resident> merged() {
        return kin.subList(1, kin.size());
    }

    Set<ResidentId> records() {
        var ids = new LinkedHashSet<ResidentId>();
        kin.forEach(one -> ids.add(one.id()));
        return ids;
    }

    /** What any of the records says that the person needs: nothing is lost by merging. */
    Needs needs() {
        return card.needs();
    }

    List<Detail> of(DetailKind kind) {
        return details.stream().filter(detail -> detail.kind() == kind).toList();
    }

    /** Whether a law needs one of the records. */
    boolean isNeededByLaw() {
        return kin.stream().anyMatch(one -> one.grounds().basis() == Basis.LAW);
    }
}
