package fr.traboule.calendar;

import fr.traboule.calendar.WrittenHours.Reason;

/** Carries what was not understood out of the depth of the grammar; {@link WrittenHours#read} makes it an answer. */
final class Misread extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String part;
    private final Reason reason;

    Misread(String part, Reason reason) {
        super(null, null, false, false);
        var bare = part.replaceAll("^[\\s\\u00a0,;:./]+|[\\s\\u00a0,;/]+$", "");
        this.part = bare.isEmpty() ? part.strip() : bare;
        this.reason = reason;
    }

    String part() {
        return part;
    }

    Reason reason() {
        return reason;
    }
}
