package fr.traboule.residents;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** How a person wants to be answered. */
public enum AnswerWay implements Labelled {
    EMAIL,
    PHONE,
    LETTER,
    /** They come back with their number, or want no answer. */
    NONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AnswerWay of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
