package fr.traboule.reception;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says on the page of a call-back; each act uses its part.
 *
 * @param version of the call-back when the agent saw it
 * @param words what was said to the person
 * @param way how they were reached who did not answer
 * @param otherWords what they were told that way
 * @param unit code of the unit that is to call instead
 */
record CallBackForm(
        @Nullable Integer version,

        @Size(max = Caller.LONGEST, message = "{reception.callBack.words.tooLong}") @Nullable
        String words,

        @Nullable OtherWay way,

        @Size(max = Caller.LONGEST, message = "{reception.callBack.words.tooLong}") @Nullable
        String otherWords,

        @Nullable String unit) {

    static final CallBackForm BLANK = new CallBackForm(null, null, null, null, null);

    HandleCallBack.Seen seen(CallBackId id) {
        return new HandleCallBack.Seen(id, version == null ? -1 : version);
    }
}
