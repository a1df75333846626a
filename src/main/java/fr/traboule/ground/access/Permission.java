package fr.traboule.ground.access;

import java.util.Locale;

/** Something that a role may or may not do. Each module declares its own, as an enum that implements this. */
public interface Permission {

    /** The enum constant's name. */
    String name();

    /** As it stands in {@code ground.role_permission}: module and name, such as {@code requests.answer}. */
    default String code() {
        var packageName = getClass().getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "." + name().toLowerCase(Locale.ROOT);
    }
}
