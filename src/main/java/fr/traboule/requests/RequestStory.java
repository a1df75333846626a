package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a request.
 *
 * @param agent of the city who did it, if it was one
 * @param unit that answered for the request once it was done
 * @param words what was said then
 * @param wordsAreInternal whether they are for those who work on the request only
 */
public record RequestStory(
        Instant at,
        FactKind kind,
        Optional<AccountId> agent,
        Optional<UnitId> unit,
        Optional<SubjectId> subject,
        Optional<String> words,
        boolean wordsAreInternal) {

    public boolean isInternal() {
        return switch (kind) {
            case NOTED,
                    ASSIGNED,
                    OPINION_ASKED,
                    OPINION_GIVEN,
                    NOTE_CORRECTED,
                    RELATED,
                    UNRELATED,
                    LINKED,
                    UNLINKED,
                    FILE_RELEASED,
                    FILE_DESTROYED -> true;
            case RECEIVED,
                    TYPED_IN,
                    QUALIFIED,
                    TAKEN,
                    ANSWERED,
                    CLOSED,
                    REOPENED,
                    HANDED_ON,
                    HOLDER_AWAY,
                    MOVED,
                    NOT_OURS,
                    SENT_TO_TRIAGE,
                    ASKED_RESIDENT,
                    REPLIED,
                    REMINDED,
                    NO_REPLY,
                    WAITS_FOR_PARTNER,
                    RESUMED,
                    CHASED,
                    WAY_CHANGED,
                    WITHDRAWN,
                    HANDED_OVER,
                    MERGED,
                    MERGED_HERE,
                    SPLIT,
                    SPLIT_HERE,
                    MOVED_WITH_UNIT,
                    MOVED_BACK,
                    CORRECTED,
                    MAIL_SENT,
                    LETTER_POSTED,
                    PERSON_CALLED,
                    CALL_UNANSWERED,
                    FILE_SET_ASIDE,
                    FILE_CLEARED,
                    PICTURE_SHOWN,
                    PICTURE_SHOWN_IN_PART,
                    PICTURE_NOT_SHOWN,
                    ARCHIVED,
                    BROUGHT_BACK,
                    DESTROYED -> false;
        };
    }
}
