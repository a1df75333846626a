package fr.traboule.desk;

import fr.traboule.requests.Contact;
import java.util.List;
import java.util.stream.Stream;

/** An address as it stands in the window of an envelope: one line for each part, that of the postcode last. */
final class Envelope {

    /** Somebody who typed all of it in one line put it before the five figures of the postcode. */
    private static final String BEFORE_POSTCODE = ",?\\s+(?=\\d{5}\\s)";

    private Envelope() {}

    static List<String> of(Contact contact) {
        return Stream.concat(
                        contact.name().stream(),
                        contact.postalAddress().stream()
                                .flatMap(String::lines)
                                .flatMap(line -> Stream.of(line.strip().split(BEFORE_POSTCODE))))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
