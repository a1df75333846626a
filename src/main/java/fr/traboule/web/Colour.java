package fr.traboule.web;

import java.util.regex.Pattern;

/** A colour as in {@code #8f2f1b}. */
public record Colour(String hex) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    public static final Colour WHITE = new Colour("#ffffff");

    public Colour {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("A colour is written #rrggbb, in small letters");
        }
    }

    /** Contrast ratio with another colour, from 1 to 21 (WCAG 2.2, relative luminance). */
    public double contrastWith(Colour other) {
        var lighter = Math.max(luminance(), other.luminance());
        var darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    }

    private double channel(int at) {
        var value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
