package fr.traboule.requests;

import fr.traboule.residents.AnswerWay;
import fr.traboule.web.Labelled;
import java.util.Locale;
import java.util.Optional;

/** How somebody hands over what no program can. */
public enum DeliveryKind implements Labelled {
    LETTER(FactKind.LETTER_POSTED),
    CALL(FactKind.PERSON_CALLED);

    private final FactKind done;

    DeliveryKind(FactKind done) {
        this.done = done;
    }

    /** What the history tells once it is done. */
    FactKind done() {
        return done;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Empty where nobody is needed: an e-mail leaves by itself, and without a way the person reads it on their page. */
    static Optional<DeliveryKind> by(AnswerWay way) {
        return switch (way) {
            case LETTER -> Optional.of(LETTER);
            case PHONE -> Optional.of(CALL);
            case EMAIL, NONE -> Optional.empty();
        };
    }
}
