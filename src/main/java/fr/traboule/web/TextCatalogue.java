package fr.traboule.web;

import com.ibm.icu.text.MessageFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The texts of public pages as the program ships them, for whoever wants to say one in other words. */
@Component
public class TextCatalogue {

    private final Messages messages;

    TextCatalogue(Messages messages) {
        this.messages = messages;
    }

    /** In their order. */
    public Set<String> keys() {
        return messages.publicKeys();
    }

    /** With its gaps: {@code {0}}. Empty where there is no such text. */
    public Optional<String> shipped(Language language, String key) {
        return messages.publicKeys().contains(key) ? messages.pattern(language, key) : Optional.empty();
    }

    /** What a text leaves to be filled in. @throws IllegalArgumentException if its braces make no sense */
    public static Set<String> gaps(String pattern) {
        return Set.copyOf(new MessageFormat(pattern).getArgumentNames());
    }
}
