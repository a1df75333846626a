package fr.traboule.ground.access;

import java.util.Locale;

/** What somebody is to the city's services. What each role may do stands in {@code ground.role_permission}. */
public enum Role {
    RESIDENT,
    RECEPTION_AGENT,
    CASE_OFFICER,
    UNIT_HEAD,
    DATA_PROTECTION_OFFICER,
    ARCHIVIST,
    ADMINISTRATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
