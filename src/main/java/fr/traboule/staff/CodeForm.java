package fr.traboule.staff;

import org.jspecify.annotations.Nullable;

/** A code of a second factor, or a recovery code, as it was typed. */
record CodeForm(@Nullable String code) {

    private static final int LONGEST = 60;

    String typed() {
        return code == null || code.length() > LONGEST ? "" : code;
    }
}
