package fr.traboule.desk;

import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.DeliverByHand;
import fr.traboule.requests.Delivery;
import fr.traboule.requests.Request;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns what is to be handed over into what an agent is shown of it. */
@Component
class DeliveryViews {

    private final DeliverByHand deliver;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final Clock clock;

    DeliveryViews(DeliverByHand deliver, Directory directory, WorkingDays workingDays, Clock clock) {
        this.deliver = deliver;
        this.directory = directory;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param dueOn the day by which it is to be done
     * @param mine whether this agent may do it
     */
    record DeliveryLine(Delivery delivery, Words unit, LocalDate dueOn, boolean late, boolean mine) {

        String address() {
            return DeliveriesController.ADDRESS + "/" + delivery.id();
        }

        String letterOrCall() {
            return switch (delivery.kind()) {
                case LETTER -> "letter";
                case CALL -> "call";
            };
        }
    }

    /** Those that wait for the person of a request. */
    List<DeliveryLine> of(Actor.Agent agent, Request request, Wording wording) {
        return deliver.waitingFor(request).stream()
                .map(delivery -> line(delivery, deliver.mayHandOver(agent, delivery), wording))
                .toList();
    }

    DeliveryLine line(Delivery delivery, boolean mine, Wording wording) {
        var dueOn = workingDays.plus(CityTime.day(delivery.askedAt()), Delivery.WORKING_DAYS);
        return new DeliveryLine(
                delivery,
                directory.unit(delivery.unit()).name().in(wording.language()),
                dueOn,
                dueOn.isBefore(CityTime.day(clock.instant())),
                mine);
    }
}
