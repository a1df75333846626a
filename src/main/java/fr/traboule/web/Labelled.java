package fr.traboule.web;

import java.util.Locale;

/** An enum whose constants have a text in the bundles of its module: {@code module.enumName.constant}. */
public interface Labelled {

    /** The enum constant's name. */
    String name();

    default String textKey() {
        var type = getClass().isEnum() ? getClass() : getClass().getSuperclass();
        var module = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        var word = type.getSimpleName();
        return module + "." + word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1) + "."
                + name().toLowerCase(Locale.ROOT);
    }
}
