package fr.traboule.residents;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What two records have in common.
 *
 * @param phone whether they have one, and whether one of the two shares it with a household
 * @param names how alike the names are, from 0 to 1; empty where one of the two has none
 */
record Likeness(Common phone, Common email, boolean address, Optional<Double> names) {

    /** From here on, two names may be the same badly heard or typed. */
    static final double ALIKE = 0.5;

    enum Common {
        NONE,
        SHARED,
        OWN
    }

    /**
     * Why they may be of the same person; none where they may not. What a household shares says nothing alone, and neither
     * does an address or a name.
     */
    Set<LikenessReason> reasons() {
        var alike = names.filter(likeness -> likeness >= ALIKE).isPresent();
        var notUnlike = alike || names.isEmpty();
        var proposed = phone == Common.OWN
                || phone == Common.SHARED && alike
                || email == Common.OWN && notUnlike
                || email == Common.SHARED && alike
                || address && alike;
        var reasons = EnumSet.noneOf(LikenessReason.class);
        if (!proposed) {
            return reasons;
        }
        if (phone != Common.NONE) {
            reasons.add(phone == Common.OWN ? LikenessReason.SAME_PHONE : LikenessReason.SHARED_PHONE);
        }
        if (email != Common.NONE) {
            reasons.add(email == Common.OWN ? LikenessReason.SAME_EMAIL : LikenessReason.SHARED_EMAIL);
        }
        if (alike) {
            reasons.add(names.orElse(0.0) >= 1 ? LikenessReason.SAME_NAME : LikenessReason.SIMILAR_NAME);
        }
        if (address) {
            reasons.add(LikenessReason.SAME_ADDRESS);
        }
        return reasons;
    }
}
