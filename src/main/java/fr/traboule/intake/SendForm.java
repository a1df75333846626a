package fr.traboule.intake;

import org.jspecify.annotations.Nullable;

/**
 * What comes with « send ».
 *
 * @param seal of the form as it was first shown
 * @param again seal of the form that asks to press once more
 * @param site a field that nobody sees: only a robot fills it in
 */
record SendForm(
        @Nullable String seal,
        @Nullable String again,
        @Nullable String site) {

    static final String FIRST = "send";
    static final String AGAIN = "send-again";

    boolean isWithoutTrap() {
        return site == null || site.isEmpty();
    }
}
