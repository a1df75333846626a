package fr.traboule.staff;

import fr.traboule.ground.access.CheckPasskey;
import fr.traboule.web.Labelled;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a passkey did not open, as the address of the next page says it. */
enum PasskeyNews implements Labelled {
    LATE,
    REFUSED,
    WENT_BACK,
    WAIT;

    static PasskeyNews of(CheckPasskey.Outcome outcome) {
        return switch (outcome) {
            case CheckPasskey.TooLate late -> LATE;
            case CheckPasskey.Refused refused -> REFUSED;
            case CheckPasskey.WentBack back -> WENT_BACK;
            case CheckPasskey.Proven proven -> throw new IllegalStateException("That passkey opens");
        };
    }

    String at(String address) {
        return "redirect:" + address + "?cle=" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<PasskeyNews> said(@Nullable String parameter) {
        for (var news : values()) {
            if (news.name().toLowerCase(Locale.ROOT).equals(parameter)) {
                return Optional.of(news);
            }
        }
        return Optional.empty();
    }
}
