package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a unit is asked to say about a request of another one (« demande d’avis »), and has not said yet.
 *
 * @param unit that is asked
 * @param question in words
 * @param dueOn day by which it is needed
 */
public record Opinion(
        UUID id, RequestNumber request, UnitId unit, AccountId askedBy, String question, LocalDate dueOn) {}
