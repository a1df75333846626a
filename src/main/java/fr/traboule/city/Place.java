package fr.traboule.city;

import fr.traboule.web.Translated;
import java.util.List;
import java.util.Optional;

/**
 * A place open to the public.
 *
 * @param slug as in the address of its page
 * @param closures exceptional ones, past and to come
 */
record Place(
        String slug,
        PlaceKind kind,
        Translated name,
        Optional<String> address,
        String postcode,
        String town,
        Optional<String> area,
        Optional<Point> point,
        Optional<String> phone,
        Optional<String> website,
        Optional<Hours> hours,
        List<ExceptionalClosure> closures,
        String source,
        int version) {

    /** On one line, as far as it is known. */
    String fullAddress() {
        return address.map(street -> street + ", ").orElse("") + postcode + " " + town;
    }

    /** Its telephone number as a telephone dials it. */
    String dialled() {
        return phone.map(Dialled::of).orElse("");
    }
}
