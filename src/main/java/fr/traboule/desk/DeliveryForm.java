package fr.traboule.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes with the buttons of a letter or a call.
 *
 * @param from the page of the request, or that of the letter or the call itself, to come back to it; else the list
 * @param tries calls in vain, as the agent saw it
 */
record DeliveryForm(@Nullable String from, @Nullable String tries) {

    static final String FROM_CASE = "demande";

    boolean isFromCase() {
        return FROM_CASE.equals(from);
    }

    /** What was forged is no number that any call has. */
    int triesSeen() {
        return Optional.ofNullable(tries)
                .filter(typed -> typed.length() < 4 && typed.chars().allMatch(sign -> sign >= '0' && sign <= '9'))
                .filter(typed -> !typed.isEmpty())
                .map(Integer::parseInt)
                .orElse(-1);
    }
}
