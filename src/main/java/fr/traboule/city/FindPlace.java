package fr.traboule.city;

import fr.traboule.city.Addresses.KnownAddress;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out where a place is from what a person typed or chose. What cannot be found stays as they said it. */
@Service
public class FindPlace {

    /** The choice of somebody for whom none of the addresses found is right. */
    public static final String AS_TYPED = "as-typed";

    /** The longest description of a place, in characters. */
    public static final int LONGEST = 300;

    private static final int MOST = 6;
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Addresses addresses;
    private final Territory territory;

    FindPlace(Addresses addresses, Territory territory) {
        this.addresses = addresses;
        this.territory = territory;
    }

    /**
     * What was said of a place.
     *
     * @param words an address or any other words
     * @param area code of an area chosen in a list
     * @param choice id of one of the addresses that were found, or {@link #AS_TYPED}
     */
    public record Said(
            @Nullable String words,
            @Nullable String area,
            @Nullable String choice) {

        String typed() {
            return words == null ? "" : words.strip();
        }
    }

    public sealed interface Outcome {}

    /** Nothing was said of the place. */
    public record Nowhere() implements Outcome {}

    public record Found(Whereabouts place) implements Outcome {}

    /** Several addresses look like it: the person says which. */
    public record WhichOne(List<KnownAddress> addresses) implements Outcome {}

    public Outcome find(Said said) {
        var chosen = Optional.ofNullable(said.choice()).flatMap(this::chosen);
        if (chosen.isPresent()) {
            return new Found(chosen.get());
        }
        if (said.typed().isEmpty() && area(said).isEmpty()) {
            return new Nowhere();
        }
        if (said.typed().isEmpty() || AS_TYPED.equals(said.choice())) {
            return new Found(asTyped(said));
        }
        var beginning = said.typed().substring(0, Math.min(said.typed().length(), LONGEST));
        return among(addresses.like(beginning, MOST), said);
    }

    /** The addresses to choose from, whatever was chosen; none where there is nothing to choose. */
    public List<KnownAddress> alike(Said said) {
        return find(new Said(said.words(), said.area(), null)) instanceof WhichOne which
                ? which.addresses()
                : List.of();
    }

    /** In the person's own words, and in the area that they chose; empty where they said nothing. */
    public Optional<Whereabouts> asSaid(Said said) {
        return said.typed().isEmpty() && area(said).isEmpty() ? Optional.empty() : Optional.of(asTyped(said));
    }

    private Outcome among(List<KnownAddress> alike, Said said) {
        var same =
                alike.stream().filter(address -> isSame(address, said.typed())).toList();
        if (same.size() == 1) {
            return new Found(at(same.getFirst()));
        }
        return alike.isEmpty() ? new Found(asTyped(said)) : new WhichOne(alike);
    }

    /** Its area is left open where the point is so near to an edge that somebody must say. */
    public Whereabouts at(Point point, String label) {
        var location = territory.locate(point);
        var area = location.isAmbiguous() ? Optional.<Area>empty() : location.smallest();
        return new Whereabouts(label, Optional.of(point), area.map(Area::code));
    }

    /** The areas between which a place at their edge may be, its likeliest first; none where the area is known. */
    public List<Area> candidates(Whereabouts place) {
        return place.area().isPresent()
                ? List.of()
                : place.point()
                        .map(territory::locate)
                        .filter(Location::isAmbiguous)
                        .map(Location::candidates)
                        .orElse(List.of());
    }

    private Optional<Whereabouts> chosen(String choice) {
        try {
            return addresses.byId(UUID.fromString(choice)).map(this::at);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Whereabouts at(KnownAddress address) {
        return at(address.point(), address.label());
    }

    private Whereabouts asTyped(Said said) {
        var area = area(said);
        var label = said.typed().isEmpty() ? area.map(Area::name).orElse("") : said.typed();
        return new Whereabouts(label, Optional.empty(), area.map(Area::code));
    }

    private Optional<Area> area(Said said) {
        return Optional.ofNullable(said.area()).flatMap(territory::area);
    }

    /** Typed with or without postcode and town; accents, capitals and punctuation apart. */
    private static boolean isSame(KnownAddress address, String typed) {
        var letters = Collator.getInstance(Locale.FRENCH);
        letters.setStrength(Collator.PRIMARY);
        return Stream.of("", address.postcode(), address.town(), address.postcode() + address.town())
                .map(ending -> address.address() + ending)
                .anyMatch(known -> letters.equals(unpunctuated(known), unpunctuated(typed)));
    }

    private static String unpunctuated(String words) {
        return PUNCTUATION.matcher(words).replaceAll("");
    }
}
