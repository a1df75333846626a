package fr.traboule.start;

import fr.traboule.ground.access.Role;
import fr.traboule.records.Line;
import java.util.Locale;
import java.util.Optional;

/** An account that anybody who tries the demonstration may use. */
record DemonstrationAccount(String email, String name, Role role, Optional<String> unit, String what) {

    /** The same for all: it protects nothing. */
    static final String PASSWORD = "traboule-demonstration";

    static DemonstrationAccount of(Line line) {
        return new DemonstrationAccount(
                line.required("email"),
                line.required("name"),
                Role.valueOf(line.required("role").toUpperCase(Locale.ROOT)),
                line.text("unit"),
                line.required("what"));
    }
}
