package fr.traboule.configuration;

import fr.traboule.records.Matching;
import fr.traboule.records.RecordFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which column is which, as the form says it: {@code from_} a column of the file, or the same {@code value_} on every line. */
final class MatchingForm {

    private static final String FROM = "from_";
    private static final String VALUE = "value_";

    private MatchingForm() {}

    /** Empty where nothing is matched. */
    static Optional<Matching> read(RecordFile file, Map<String, String> chosen) {
        var sources = new LinkedHashMap<String, Matching.Source>();
        for (var column : file.columns()) {
            var from = chosen.getOrDefault(FROM + column.name(), "");
            var value = chosen.getOrDefault(VALUE + column.name(), "").strip();
            if (!from.isEmpty()) {
                sources.put(column.name(), new Matching.From(from));
            } else if (!value.isEmpty()) {
                sources.put(column.name(), new Matching.Always(value));
            }
        }
        return Optional.of(sources).filter(some -> !some.isEmpty()).map(Matching::new);
    }

    /** Of what a form sends, what is of it. */
    static Map<String, String> of(Map<String, String> sent) {
        var matching = new LinkedHashMap<>(sent);
        matching.keySet().removeIf(name -> !name.startsWith(FROM) && !name.startsWith(VALUE));
        return matching;
    }
}
