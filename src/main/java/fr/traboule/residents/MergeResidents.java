package fr.traboule.residents;

import fr.traboule.ground.access.Actor;
import fr.traboule.residents.ResidentLedger.Outcome;
import fr.traboule.residents.ResidentLedger.Seen;
import fr.traboule.web.NotFound;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records of the same person: one goes on for all, each stays as it is, and to undo it restores exactly what there was. The
 * program proposes and says why; somebody decides.
 */
@Service
@Transactional
class MergeResidents {

    private final Residents residents;
    private final ResidentLedger ledger;

    MergeResidents(Residents residents, ResidentLedger ledger) {
        this.residents = residents;
        this.ledger = ledger;
    }

    /**
     * @param main goes on for both
     * @param reasons that were shown to whoever decides
     */
    Outcome merge(Actor.Agent agent, Seen main, Seen other, Set<LikenessReason> reasons) {
        var into = ledger.find(agent, main, ResidentPermission.MERGE);
        var from = ledger.find(agent, other, ResidentPermission.MERGE);
        if (into.isEmpty() || from.isEmpty()) {
            return Outcome.CHANGED_MEANWHILE;
        }
        var merged = from.get().mergedInto(main.id());
        var why = reasons.stream().sorted().map(LikenessReason::code).collect(Collectors.joining("+"));
        return inOrder(
                other.id(),
                () -> ledger.change(merged, ResidentFact.MERGED, agent, with("into", main.id(), why)),
                main.id(),
                () -> ledger.change(into.get(), ResidentFact.MERGED_HERE, agent, with("from", other.id(), why)));
    }

    /**
     * Each is on its own again, as it was.
     *
     * @throws NotFound if it is not merged into that person's record
     */
    Outcome separate(Actor.Agent agent, Seen main, ResidentId other) {
        var into = ledger.find(agent, main, ResidentPermission.MERGE);
        if (into.isEmpty()) {
            return Outcome.CHANGED_MEANWHILE;
        }
        var merged = residents.kin(main.id()).stream()
                .filter(one -> one.id().equals(other) && !other.equals(main.id()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var from = merged.mergedInto().orElseThrow();
        return inOrder(
                other,
                () -> ledger.change(merged.separated(), ResidentFact.SEPARATED, agent, with("into", from, "")),
                main.id(),
                () -> ledger.change(into.get(), ResidentFact.SEPARATED_HERE, agent, with("from", other, "")));
    }

    /** They are two people: it is not proposed again. */
    Outcome keepApart(Actor.Agent agent, Seen main, ResidentId other) {
        var into = ledger.find(agent, main, ResidentPermission.MERGE);
        if (into.isEmpty()) {
            return Outcome.CHANGED_MEANWHILE;
        }
        if (residents.root(other).filter(root -> !root.equals(main.id())).isEmpty()) {
            throw new NotFound();
        }
        residents.keepApart(main.id(), other);
        return ledger.change(into.get(), ResidentFact.KEPT_APART, agent, with("from", other, ""));
    }

    private static Map<String, String> with(String key, ResidentId other, String why) {
        var id = other.value().toString();
        return why.isEmpty() || why.length() > 64 ? Map.of(key, id) : Map.of(key, id, "why", why);
    }

    /** Always the same one first: two agents who merge two records the other way round wait a moment, and one is told. */
    private static Outcome inOrder(
            ResidentId one, Supplier<Outcome> act, ResidentId other, Supplier<Outcome> otherAct) {
        var isFirst = one.value().compareTo(other.value()) < 0;
        var first = (isFirst ? act : otherAct).get();
        return first == Outcome.DONE ? (isFirst ? otherAct : act).get() : first;
    }
}
