package fr.traboule.reception;

import fr.traboule.city.UnitId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.routing.Subject;
import fr.traboule.web.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * A call-back as it is asked for.
 *
 * @param unit that is to call, where the agent said so; else that of the request, of the subject, of the agent
 */
public record NewCallBack(
        CallBackId id,
        Caller caller,
        CallWindow window,
        Language language,
        Optional<Subject> subject,
        Optional<UnitId> unit,
        Optional<RequestNumber> request,
        Instant askedAt) {}
