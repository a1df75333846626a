package fr.traboule.city;

import fr.traboule.web.Translated;
import java.util.Optional;

/** A telephone line where somebody answers. */
record PhoneLine(String code, Translated name, String number, Optional<Hours> hours) {

    /** As a telephone dials it. */
    String dialled() {
        return Dialled.of(number);
    }
}
