package fr.traboule.requests;

import fr.traboule.residents.AnswerWay;
import java.util.Optional;

/**
 * Who asked and how to answer them. Nothing of it is needed to be heard (invariant I3); each way to be answered needs what it
 * needs.
 */
public record Contact(
        AnswerWay way,
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> postalAddress) {

    public static final Contact NONE =
            new Contact(AnswerWay.NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Contact {
        var reachable = switch (way) {
            case EMAIL -> email.isPresent();
            case PHONE -> phone.isPresent();
            case LETTER -> name.isPresent() && postalAddress.isPresent();
            case NONE -> true;
        };
        if (!reachable) {
            throw new IllegalArgumentException("Nobody can be answered by " + way + " without what it needs");
        }
    }
}
