package fr.traboule.requests;

import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.Detail;
import fr.traboule.residents.DetailKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who asked and how to answer them. Nothing of it is needed to be heard (invariant I3); each way to be answered needs what it
 * needs.
 */
public record Contact(
        AnswerWay way,
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> postalAddress) {

    public static final Contact NONE =
            new Contact(AnswerWay.NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Contact {
        var reachable = switch (way) {
            case EMAIL -> email.isPresent();
            case PHONE -> phone.isPresent();
            case LETTER -> name.isPresent() && postalAddress.isPresent();
            case NONE -> true;
        };
        if (!reachable) {
            throw new IllegalArgumentException("Nobody can be answered by " + way + " without what it needs");
        }
    }

    /** What is told of who somebody is, for a record of them; what makes no sense as such is left out. */
    public List<Detail> details(Collection<DetailKind> shared) {
        return Arrays.stream(DetailKind.values())
                .flatMap(kind -> value(kind).stream()
                        .filter(kind::accepts)
                        .map(value -> Detail.of(kind, value, kind.canBeShared() && shared.contains(kind))))
                .toList();
    }

    private Optional<String> value(DetailKind kind) {
        return switch (kind) {
            case NAME -> name;
            case EMAIL -> email;
            case PHONE -> phone;
            case ADDRESS -> postalAddress;
        };
    }

    /** What this does not say and was not typed either, of what that way needs: names of fields of {@link ContactForm}. */
    public List<String> missing(AnswerWay other, ContactForm typed) {
        var needed = switch (other) {
            case EMAIL -> List.of("email");
            case PHONE -> List.of("phone");
            case LETTER -> List.of("name", "postalAddress");
            case NONE -> List.<String>of();
        };
        var known = with(typed);
        return needed.stream().filter(field -> !known.containsKey(field)).toList();
    }

    /**
     * To be answered in another way from now on; what was typed counts, the rest stays.
     *
     * @throws IllegalArgumentException if something is {@linkplain #missing missing}
     */
    Contact answeredBy(AnswerWay other, ContactForm typed) {
        var known = with(typed);
        return new Contact(
                other,
                Optional.ofNullable(known.get("name")),
                Optional.ofNullable(known.get("email")),
                Optional.ofNullable(known.get("phone")),
                Optional.ofNullable(known.get("postalAddress")));
    }

    private Map<String, String> with(ContactForm typed) {
        var all = new HashMap<String, String>();
        name.ifPresent(value -> all.put("name", value));
        email.ifPresent(value -> all.put("email", value));
        phone.ifPresent(value -> all.put("phone", value));
        postalAddress.ifPresent(value -> all.put("postalAddress", value));
        all.putAll(typed.given());
        return all;
    }
}
