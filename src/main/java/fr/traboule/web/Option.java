package fr.traboule.web;

import org.jspecify.annotations.Nullable;

/** One of several answers that a form offers. */
public record Option(String value, String label, @Nullable String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }
}
