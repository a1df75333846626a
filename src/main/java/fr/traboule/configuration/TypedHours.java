package fr.traboule.configuration;

import fr.traboule.calendar.WrittenHours;
import fr.traboule.web.UnreadHours;
import fr.traboule.web.Wording;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** Opening hours as somebody typed them: in words, or in the syntax of OpenStreetMap. */
@Component
class TypedHours {

    /** Puts into the cell what was understood, or says beside the field what was not. */
    void read(Map<String, String> cells, String column, BindingResult form, Wording wording) {
        var typed = cells.getOrDefault(column, "");
        if (typed.isEmpty()) {
            return;
        }
        switch (WrittenHours.read(typed)) {
            case WrittenHours.Understood understood -> cells.put(column, understood.openingHours());
            case WrittenHours.NotUnderstood unread ->
                form.addError(new FieldError(
                        "form", column, typed, false, null, null, new UnreadHours(wording).sentence(unread)));
        }
    }
}
