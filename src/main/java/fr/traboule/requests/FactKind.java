package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What can happen to a request, as its history tells it. */
public enum FactKind implements Labelled {
    RECEIVED,
    QUALIFIED,
    TAKEN,
    NOTED,
    ANSWERED,
    CLOSED,
    REOPENED,
    HANDED_ON,
    ASSIGNED,
    MOVED,
    NOT_OURS,
    SENT_TO_TRIAGE,
    ASKED_RESIDENT,
    REPLIED,
    REMINDED,
    NO_REPLY,
    WAITS_FOR_PARTNER,
    RESUMED,
    OPINION_ASKED,
    OPINION_GIVEN,
    CHASED,
    WAY_CHANGED,
    LINKED,
    UNLINKED,
    WITHDRAWN,
    HANDED_OVER,
    MERGED,
    MERGED_HERE,
    SPLIT,
    SPLIT_HERE,
    MOVED_WITH_UNIT,
    MOVED_BACK,
    MAIL_SENT,
    FILE_SET_ASIDE,
    FILE_CLEARED,
    FILE_RELEASED,
    FILE_DESTROYED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FactKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
