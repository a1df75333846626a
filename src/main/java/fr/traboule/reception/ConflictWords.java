package fr.traboule.reception;

import fr.traboule.calendar.CityTime;
import fr.traboule.web.Wording;
import org.springframework.stereotype.Component;

/** Says what happened to a draft that could not be saved, and when it was saved last. */
@Component
class ConflictWords {

    String of(KeepDrafts.Conflict conflict, Wording wording) {
        return wording.text(
                conflict.kind().textKey(),
                conflict.who(),
                wording.dateTime(conflict.at()),
                conflict.number().map(Object::toString).orElse(""));
    }

    String saved(Draft draft, Wording wording) {
        return wording.text("reception.draft.savedAt", wording.time(CityTime.time(draft.savedAt())));
    }
}
