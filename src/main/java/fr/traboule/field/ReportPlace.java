package fr.traboule.field;

import fr.traboule.city.Addresses.KnownAddress;
import fr.traboule.city.FindPlace;
import fr.traboule.city.Point;
import fr.traboule.city.Whereabouts;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where an agent stood: an address that is known counts more than the telephone's position, and that more than words alone. What
 * they say of the spot goes with it.
 */
@Component
class ReportPlace {

    private final FindPlace findPlace;

    ReportPlace(FindPlace findPlace) {
        this.findPlace = findPlace;
    }

    sealed interface Outcome {}

    record Known(Optional<Whereabouts> where) implements Outcome {}

    /** Several addresses look like it, and there is no position to tell. */
    record WhichOne(List<KnownAddress> addresses) implements Outcome {}

    Outcome of(ReportForm form, Wording wording) {
        var landmark = ReportForm.given(form.landmark());
        return switch (findPlace.find(form.where())) {
            case FindPlace.Found found -> known(corrected(found.place(), form.position()), landmark);
            case FindPlace.WhichOne which ->
                form.position()
                        .map(point -> findPlace.at(
                                point, ReportForm.given(form.place()).orElseThrow()))
                        .<Outcome>map(where -> known(where, landmark))
                        .orElseGet(() -> new WhichOne(which.addresses()));
            case FindPlace.Nowhere nowhere ->
                form.position()
                        .map(point -> findPlace.at(point, position(form, wording)))
                        .<Outcome>map(where -> known(where, landmark))
                        .orElseGet(() -> new Known(
                                landmark.map(words -> new Whereabouts(words, Optional.empty(), Optional.empty()))));
        };
    }

    /** Words that are no known address name the spot that the telephone found. */
    private Whereabouts corrected(Whereabouts said, Optional<Point> position) {
        return said.point().isPresent()
                ? said
                : position.map(point -> findPlace.at(point, said.label())).orElse(said);
    }

    private Known known(Whereabouts where, Optional<String> landmark) {
        var label =
                landmark.map(words -> "%s (%s)".formatted(where.label(), words)).orElse(where.label());
        var told = new Whereabouts(label, where.point(), where.area());
        return new Known(Optional.of(
                findPlace.candidates(told).stream().findFirst().map(told::in).orElse(told)));
    }

    private static String position(ReportForm form, Wording wording) {
        return form.metres()
                .map(metres -> wording.text("field.place.position", metres))
                .orElseGet(() -> wording.text("field.place.positionOnly"));
    }
}
