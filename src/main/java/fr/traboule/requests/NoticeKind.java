package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What a person can be told about their request. */
public enum NoticeKind implements Labelled {
    /** It was received, who answers, and by when. */
    RECEIPT,
    ANSWER,
    QUESTION,
    /** They were asked something and did not reply. */
    REMINDER,
    /** Another administration has accepted it. */
    HANDED_OVER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the person is to reply: their days count from when they were really asked. */
    public boolean asks() {
        return this == QUESTION || this == REMINDER;
    }
}
