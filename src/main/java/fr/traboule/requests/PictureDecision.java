package fr.traboule.requests;

import java.util.Locale;

/** What somebody decided about a photo. Until then nobody but the services sees it. */
public enum PictureDecision {
    /** Everybody may see all that it shows. */
    AS_IS,
    /** Everybody may see it without the parts that are hidden. */
    HIDDEN,
    /** Nobody else may see it. */
    REFUSED;

    public boolean isPublic() {
        return this != REFUSED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PictureDecision of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
