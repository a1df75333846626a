package fr.traboule.requests;

import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Route;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectId;
import fr.traboule.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request (« demande »), whatever the door it came by.
 *
 * @param unit of the city that answers for it now
 * @param heldBy who has it in hand, if anybody
 * @param organisation that will do the work
 * @param language of the person
 * @param dueOn the day by which the city promised an answer
 * @param sensitive whether only the unit in charge itself may see it, by its subject (health, children...)
 * @param bounces how many units said that it was not theirs
 * @param chases how many times the person asked where it is
 * @param mergedInto the request that goes on for it, where it is merged
 * @param archived since when it is set apart, once its use is over
 */
public record Request(
        RequestId id,
        RequestNumber number,
        Nature nature,
        Channel channel,
        Optional<SubjectId> subject,
        UnitId unit,
        Optional<AccountId> heldBy,
        OrganisationId organisation,
        Optional<String> area,
        RequestStatus status,
        Language language,
        Instant receivedAt,
        LocalDate dueOn,
        boolean sensitive,
        int bounces,
        int chases,
        Optional<RequestId> mergedInto,
        Optional<Archived> archived,
        int version) {

    public Request {
        if (mergedInto.isPresent() != (status == RequestStatus.MERGED)) {
            throw new IllegalArgumentException("What is merged, and nothing else, says into what");
        }
    }

    /** Whether that can be done with it now. */
    public boolean allows(RequestAct act) {
        return archived.isEmpty() && act.isPossibleFrom(status) && (act != RequestAct.TAKE || canBeTaken());
    }

    /** It is new, or under way in nobody's hands. */
    private boolean canBeTaken() {
        return status == RequestStatus.RECEIVED || heldBy.isEmpty();
    }

    /** @throws IllegalStateException if that is not possible from where it stands */
    Request after(RequestAct act) {
        return changed().status(act.after(status)).mergedInto(Optional.empty()).done();
    }

    /** The request once its subject is known, and with it who answers and what was promised. */
    Request qualified(Subject subject, Route route, LocalDate newDueOn) {
        return after(RequestAct.QUALIFY)
                .changed()
                .about(subject)
                .unit(route.unit())
                .heldBy(heldBy.filter(holder -> route.unit().equals(unit)))
                .organisation(route.organisation())
                .dueOn(newDueOn)
                .done();
    }

    /** In the hands of that person, or of nobody in particular. */
    Request heldBy(Optional<AccountId> holder) {
        return changed().heldBy(holder).done();
    }

    /** Another unit answers for it; whoever has it in hand keeps it. */
    Request answeredBy(UnitId other) {
        return changed().unit(other).done();
    }

    /** Another unit answers for it, and there nobody has it in hand yet. */
    Request movedTo(UnitId other) {
        return after(RequestAct.MOVE)
                .changed()
                .unit(other)
                .heldBy(Optional.empty())
                .done();
    }

    /** One more unit says that it is not theirs. */
    Request bounced() {
        return changed().bounces(bounces + 1).done();
    }

    Request chased() {
        return after(RequestAct.CHASE).changed().chases(chases + 1).done();
    }

    /** With a new promise. */
    Request reopened(LocalDate newDueOn) {
        return after(RequestAct.REOPEN).changed().dueOn(newDueOn).done();
    }

    /** Out of the archives, with a new promise. */
    Request broughtBack(LocalDate newDueOn) {
        return after(RequestAct.REOPEN)
                .changed()
                .heldBy(Optional.empty())
                .archived(Optional.empty())
                .dueOn(newDueOn)
                .done();
    }

    Request mergedWith(RequestId main) {
        return changed()
                .status(RequestAct.MERGE.after(status))
                .mergedInto(Optional.of(main))
                .done();
    }

    Request handedOverTo(OrganisationId other) {
        return after(RequestAct.HAND_OVER).changed().organisation(other).done();
    }

    private RequestDraft changed() {
        return new RequestDraft(this);
    }
}
