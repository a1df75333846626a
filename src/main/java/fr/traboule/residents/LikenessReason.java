package fr.traboule.residents;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Why two records may be of the same person. A machine proposes, somebody decides (invariant I9). */
public enum LikenessReason implements Labelled {
    SAME_PHONE,
    SHARED_PHONE,
    SAME_EMAIL,
    SHARED_EMAIL,
    SAME_NAME,
    SIMILAR_NAME,
    SAME_ADDRESS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
