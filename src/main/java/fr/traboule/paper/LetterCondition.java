package fr.traboule.paper;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Whether a scanned letter can be opened, and why not. */
public enum LetterCondition implements Labelled {
    READABLE,
    EMPTY,
    TOO_LARGE,
    /** Of a kind that we do not open. */
    UNREADABLE,
    DAMAGED,
    PHONE_PHOTO,
    /** The antivirus recognised something. */
    DANGEROUS;

    public boolean isReadable() {
        return this == READABLE;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LetterCondition of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
