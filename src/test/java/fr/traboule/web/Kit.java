package fr.traboule.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** The page kit without a server: real texts, real templates, a page of a small city. */
final class Kit {

    static final Messages MESSAGES = new Messages();
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final Theme THEME = new Theme(
            "Lyon",
            List.of(Language.values()),
            new Colour("#8f2f1b"),
            new Colour("#7a2a18"),
            Optional.empty(),
            Optional.empty(),
            false);

    private static final TemplateEngine TEMPLATES = WebConfiguration.templateEngine();

    private Kit() {}

    static Wording wording(Language language) {
        return new Wording(MESSAGES, language);
    }

    static Page page(Language language) {
        return page(language, "/");
    }

    static Page page(Language language, String path) {
        var visit = new Page.Visit(
                path,
                null,
                NOW,
                () -> new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token"),
                Optional.empty(),
                Page.Navigation.NONE);
        return new Page(MESSAGES, language, THEME, new Assets(), visit);
    }

    /** What one field holds, whatever it is. */
    record Answer(@Nullable Object field) {}

    static Form form(@Nullable Object typed, Optional<String> error) {
        var binding = new BeanPropertyBindingResult(new Answer(typed), "form");
        error.ifPresent(message -> binding.rejectValue("field", "wrong", message));
        return form(binding, Language.EN);
    }

    static Form form(BindingResult binding, Language language) {
        return new Form(binding, MESSAGES, language.locale());
    }

    static String render(String template, Map<String, ?> parameters) {
        var output = new StringOutput();
        TEMPLATES.render("web/" + template + ".jte", new HashMap<>(parameters), output);
        return output.toString();
    }

    static Content words(String text) {
        return output -> output.writeUserContent(text);
    }

    static Content markup(String html) {
        return output -> output.writeContent(html);
    }
}
