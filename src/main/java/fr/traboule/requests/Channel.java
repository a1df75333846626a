package fr.traboule.requests;

import fr.traboule.web.Labelled;
import fr.traboule.web.Wording;
import java.time.Instant;
import java.util.Locale;

/** The door a request came in by. */
public enum Channel implements Labelled {
    COUNTER,
    PHONE,
    /** A letter (« courrier »), scanned or typed from the paper. */
    LETTER,
    /** A printed form that somebody filled in by hand. */
    PAPER_FORM,
    /** An agent (« agent de terrain ») who saw it in the street. */
    FIELD_AGENT,
    WEB;

    /** Of paper the day of the stamp is known, and no hour. */
    public boolean isByDay() {
        return this == LETTER || this == PAPER_FORM;
    }

    /** When something came in by this door, as people are told. */
    public String received(Wording in, Instant at) {
        return isByDay() ? in.date(at) : in.dateTime(at);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
