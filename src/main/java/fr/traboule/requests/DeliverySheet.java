package fr.traboule.requests;

import fr.traboule.city.OrganisationId;
import java.util.Optional;

/**
 * All that is needed to write the letter or to make the call.
 *
 * @param words what is to be passed on, where it has words of its own
 * @param organisation that does the work now
 */
public record DeliverySheet(
        Delivery delivery,
        Request request,
        Contact contact,
        Receipt receipt,
        Optional<String> words,
        OrganisationId organisation) {}
