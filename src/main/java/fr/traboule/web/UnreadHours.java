package fr.traboule.web;

import fr.traboule.calendar.WrittenHours.NotUnderstood;
import java.util.Locale;

/** Tells agents which part of the hours they typed was not understood, and what to write instead. */
public record UnreadHours(Wording wording) {

    public String sentence(NotUnderstood hours) {
        var reason = wording.text("web.unreadHours." + hours.reason().name().toLowerCase(Locale.ROOT));
        return hours.part().isEmpty() ? reason : wording.text("web.unreadHours.at", hours.part(), reason);
    }
}
