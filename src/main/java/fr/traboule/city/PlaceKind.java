package fr.traboule.city;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What kind of place it is, in the order in which people look for them. */
public enum PlaceKind implements Labelled {
    TOWN_HALL,
    RECEPTION,
    FRANCE_SERVICES,
    DIGITAL_HELP,
    LIBRARY,
    SOCIAL,
    YOUTH,
    RIGHTS,
    POLICE,
    POOL,
    ADMINISTRATION;

    static PlaceKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
