package fr.traboule.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is looked for.
 *
 * @param words all of which must stand in it, whoever said them; any where blank
 * @param phones one of which its person left; any where empty
 */
record Sought(String words, List<String> phones) {

    boolean hasWords() {
        return !words.isBlank();
    }

    /** On an alias {@code e} of {@code requests.search_entry}. */
    String condition() {
        var parts = new ArrayList<String>();
        parts.add("true");
        if (hasWords()) {
            parts.add("e.words @@ plainto_tsquery('ground.fr', :words)");
        }
        if (!phones.isEmpty()) {
            parts.add("""
                    e.request_id = any (array(select p.request_id from requests.statement p
                                               where p.phone is not null and requests.digits(p.phone) = any (:phones)))""");
        }
        return String.join(" and ", parts);
    }

    Map<String, Object> parameters() {
        return Map.of("words", words, "phones", phones.toArray(String[]::new));
    }
}
