package fr.traboule.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every text of every module, from the bundles that stand beside the code: {@code public_xx} for everybody, {@code desk_xx}
 * for agents. Written in ICU message format: plurals are right in each language. There is no fall-back from one language to
 * another: a test proves that each bundle is whole.
 */
class Messages extends AbstractMessageSource {

    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';
    private static final Pattern LANGUAGE = Pattern.compile("(?:public|desk)_([a-z]{2})\\.properties");

    private final Supplier<@Nullable OwnTexts> own;
    private final Map<Language, Map<String, Text>> texts = new EnumMap<>(Language.class);

    private final Set<String> publicKeys = new TreeSet<>();

    /** A text, and how to fill it in if it has gaps. */
    private record Text(String pattern, @Nullable MessageFormat format) {

        static Text of(String pattern, Locale locale) {
            return pattern.contains("{")
                    ? new Text(pattern, new MessageFormat(pattern, locale))
                    : new Text(pattern, null);
        }

        /** ICU's formats are not for two threads at once: each use has its copy. */
        String with(@Nullable Object[] arguments) {
            return format == null ? pattern : ((MessageFormat) format.clone()).format(arguments);
        }
    }

    Messages() {
        this(() -> null);
    }

    /** @param own texts that the city says in its own words, which come first */
    Messages(Supplier<@Nullable OwnTexts> own) {
        this.own = own;
        try {
            for (var bundle : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:fr/traboule/**/*_*.properties")) {
                read(bundle);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        setUseCodeAsDefaultMessage(false);
    }

    private void read(Resource bundle) throws IOException {
        var name = LANGUAGE.matcher(String.valueOf(bundle.getFilename()));
        if (!name.matches()) {
            return;
        }
        var language = Language.of(name.group(1)).orElseThrow();
        var lines = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), UTF_8)) {
            lines.load(reader);
        }
        var known = texts.computeIfAbsent(language, none -> new TreeMap<>());
        if (String.valueOf(bundle.getFilename()).startsWith("public_")) {
            publicKeys.addAll(lines.stringPropertyNames());
        }
        lines.stringPropertyNames()
                .forEach(key -> known.put(key, Text.of(lines.getProperty(key), language.numberLocale())));
    }

    Set<String> keys(Language language) {
        return texts.getOrDefault(language, Map.of()).keySet();
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String key, Object @Nullable [] arguments, @Nullable Locale locale) {
        if (key == null || locale == null) {
            return null;
        }
        var language = Language.of(locale);
        var text = ownText(language, key).or(() -> shipped(language, key)).orElse(null);
        return text == null ? null : text.with(isolated(arguments, language));
    }

    private Optional<Text> ownText(Language language, String key) {
        var ownTexts = own.get();
        return ownTexts == null
                ? Optional.empty()
                : ownTexts.words(language, key).map(words -> Text.of(words, language.numberLocale()));
    }

    private Optional<Text> shipped(Language language, String key) {
        return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key));
    }

    /** As it was written, with its gaps. */
    Optional<String> pattern(Language language, String key) {
        return shipped(language, key).map(Text::pattern);
    }

    /** Keys of the texts that the public reads. */
    Set<String> publicKeys() {
        return Collections.unmodifiableSet(publicKeys);
    }

    /**
     * In a text from right to left, words that are put in keep their own direction (Unicode isolates): numbers, places, names.
     * An address of a page (URI) stays bare: an isolate would become part of it where somebody presses it.
     */
    private static @Nullable Object[] isolated(Object @Nullable [] arguments, Language language) {
        var given = arguments == null ? new Object[0] : arguments;
        return language.direction().equals("ltr")
                ? given
                : Arrays.stream(given)
                        .map(argument -> argument instanceof String text ? ISOLATE + text + END_OF_ISOLATE : argument)
                        .toArray();
    }

    @Override
    protected java.text.@Nullable MessageFormat resolveCode(String key, Locale locale) {
        return null; // never asked: getMessageInternal answers
    }
}
