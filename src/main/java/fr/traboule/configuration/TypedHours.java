package fr.traboule.configuration;

import fr.traboule.calendar.OpeningHours;
import fr.traboule.web.Wording;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Opening hours as somebody typed them: in words, or in the syntax of OpenStreetMap. */
@Component
class TypedHours {

    /** Puts into the cell what was understood, or says beside the field what was not. */
    void read(Map<String, String> cells, String column, BindingResult form, Wording wording) {
        var typed = cells.getOrDefault(column, "");
        if (typed.isEmpty()) {
            return;
        }
        try {
            cells.put(column, read(typed));
        } catch (IllegalArgumentException e) {
            form.rejectValue(column, "configuration.hours.refused");
        }
    }

    /** @throws IllegalArgumentException if it cannot be understood without guessing */
    String read(String typed) {
        if (OpeningHours.parse(typed) instanceof OpeningHours.Refused) {
            throw new IllegalArgumentException("Not understood");
        }
        return typed;
    }
}
