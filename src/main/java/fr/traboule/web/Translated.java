package fr.traboule.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Words in several languages: French, which counts, and courtesy translations. */
public record Translated(Map<Language, String> texts) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> CODES_AND_TEXTS = new TypeReference<>() {};

    public Translated {
        if (!texts.containsKey(Language.FR)) {
            throw new IllegalArgumentException("The French words are always there");
        }
        texts = Map.copyOf(texts);
    }

    /** From what the database aggregates: language codes and texts, as one JSON object. */
    public static Translated ofJson(String codesAndTexts) {
        var texts = new EnumMap<Language, String>(Language.class);
        JSON.readValue(codesAndTexts, CODES_AND_TEXTS)
                .forEach((code, text) -> Language.of(code).ifPresent(language -> texts.put(language, text)));
        return new Translated(texts);
    }

    /** From one column per language, given by the language's code; an absent column has no translation. */
    public static Translated ofColumns(Function<String, Optional<String>> columns) {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            columns.apply(language.code()).ifPresent(text -> texts.put(language, text));
        }
        return new Translated(texts);
    }

    /** In that language where there is a translation, else in French. */
    public Words in(Language language) {
        var text = texts.get(language);
        return text == null ? new Words(texts.getOrDefault(Language.FR, ""), Language.FR) : new Words(text, language);
    }

    public String french() {
        return in(Language.FR).text();
    }
}
