package fr.traboule.requests;

import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitId;
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
 * @param organisation that will do the work
 * @param language of the person
 * @param dueOn the day by which the city promised an answer
 */
public record Request(
        RequestId id,
        RequestNumber number,
        Nature nature,
        Channel channel,
        Optional<SubjectId> subject,
        UnitId unit,
        OrganisationId organisation,
        Optional<String> area,
        RequestStatus status,
        Language language,
        Instant receivedAt,
        LocalDate dueOn,
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
                route.organisation(),
                area,
                status,
                language,
                receivedAt,
                newDueOn,
                version);
    }

    public boolean canBecome(RequestStatus next) {
        return status.next().contains(next);
    }

    Request become(RequestStatus next) {
        if (!canBecome(next)) {
            throw new IllegalStateException(
                    "Request %s is %s: it cannot become %s".formatted(id.value(), status, next));
        }
        return new Request(
                id,
                number,
                nature,
                channel,
                subject,
                unit,
                organisation,
                area,
                next,
                language,
                receivedAt,
                dueOn,
                version);
    }
}
