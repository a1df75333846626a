package fr.traboule.city;

/** A telephone number as it stands in a {@code tel:} link. */
final class Dialled {

    private Dialled() {}

    static String of(String number) {
        return number.replaceAll("[^0-9+]", "");
    }
}
