package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What can happen to a request, as its history tells it. */
public enum FactKind implements Labelled {
    RECEIVED,
    TYPED_IN,
    QUALIFIED,
    TAKEN,
    NOTED,
    ANSWERED,
    CLOSED,
    REOPENED,
    HANDED_ON,
    /** Whoever had it in hand is away: it is the unit's again. */
    HOLDER_AWAY,
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
    CORRECTED,
    NOTE_CORRECTED,
    RELATED,
    UNRELATED,
    MAIL_SENT,
    LETTER_POSTED,
    PERSON_CALLED,
    CALL_UNANSWERED,
    FILE_SET_ASIDE,
    FILE_CLEARED,
    FILE_RELEASED,
    FILE_DESTROYED,
    PICTURE_SHOWN,
    PICTURE_SHOWN_IN_PART,
    PICTURE_NOT_SHOWN,
    ARCHIVED,
    BROUGHT_BACK,
    DESTROYED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FactKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
