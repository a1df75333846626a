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
        int version) {

    /** The request once its subject is known, and with it who answers and what was promised. */
    Request qualified(Subject subject, Route route, LocalDate newDueOn) {
        if (!status.isOpen()) {
            throw new IllegalStateException("Request %s is %s: its subject stays".formatted(id.value(), status));
        }
        return new Request(
                id,
                number,
                subject.nature(),
                channel,
                Optional.of(subject.id()),
                route.unit(),
                heldBy.filter(holder -> route.unit().equals(unit)),
                route.organisation(),
                area,
                status,
                language,
                receivedAt,
                newDueOn,
                subject.sensitive(),
                version);
    }

    public boolean canBecome(RequestStatus next) {
        return status.next().contains(next);
    }

    /** Whether somebody may take it in hand: it is new, or under way in nobody's hands. */
    public boolean canBeTaken() {
        return status == RequestStatus.RECEIVED || status == RequestStatus.IN_PROGRESS && heldBy.isEmpty();
    }

    Request become(RequestStatus next) {
        if (!canBecome(next)) {
            throw new IllegalStateException(
                    "Request %s is %s: it cannot become %s".formatted(id.value(), status, next));
        }
        return standing(next, heldBy);
    }

    /** In the hands of that person, or of nobody in particular. */
    Request heldBy(Optional<AccountId> holder) {
        return standing(status, holder);
    }

    /** Another unit answers for it; whoever has it in hand keeps it. */
    Request answeredBy(UnitId other) {
        return new Request(
                id,
                number,
                nature,
                channel,
                subject,
                other,
                heldBy,
                organisation,
                area,
                status,
                language,
                receivedAt,
                dueOn,
                sensitive,
                version);
    }

    private Request standing(RequestStatus newStatus, Optional<AccountId> holder) {
        return new Request(
                id,
                number,
                nature,
                channel,
                subject,
                unit,
                holder,
                organisation,
                area,
                newStatus,
                language,
                receivedAt,
                dueOn,
                sensitive,
                version);
    }
}
