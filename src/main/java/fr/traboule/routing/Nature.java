package fr.traboule.routing;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What kind of request it is; the law and the promise follow from it. */
public enum Nature implements Labelled {
    REPORT,
    APPLICATION,
    QUESTION,
    COMPLAINT,
    SUGGESTION,
    THANKS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Nature of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
