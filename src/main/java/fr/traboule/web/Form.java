package fr.traboule.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** A form as its page shows it: what was typed, and what is wrong with it. Pages receive it under the name {@code form}. */
public final class Form {

    private final BindingResult binding;
    private final MessageSource messages;
    private final Locale locale;

    Form(BindingResult binding, MessageSource messages, Locale locale) {
        this.binding = binding;
        this.messages = messages;
        this.locale = locale;
    }

    /** What is wrong with one field. */
    public record Problem(String field, String message) {}

    /** What was typed, even where it is wrong; a part of a field (« date.day ») is empty where nothing of the field was. */
    public String value(String field) {
        var dot = field.indexOf('.');
        if (dot > 0 && binding.getFieldValue(field.substring(0, dot)) == null) {
            return "";
        }
        var value = binding.getFieldValue(field);
        return value == null ? "" : value.toString();
    }

    /** What was chosen among several. */
    public Set<String> values(String field) {
        return binding.getFieldValue(field) instanceof Collection<?> chosen
                ? chosen.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    public Optional<String> error(String field) {
        return Optional.ofNullable(binding.getFieldError(field)).map(this::message);
    }

    /** The ids of what explains a field, for {@code aria-describedby}. */
    public @Nullable String describedBy(String field, @Nullable String hint) {
        var ids = new StringJoiner(" ");
        if (hint != null) {
            ids.add(field + "-hint");
        }
        if (error(field).isPresent()) {
            ids.add(field + "-error");
        }
        return ids.length() == 0 ? null : ids.toString();
    }

    /** For {@code aria-invalid}, which is left out where nothing is wrong. */
    public @Nullable String invalid(String field) {
        return error(field).isPresent() ? "true" : null;
    }

    public boolean hasErrors() {
        return binding.hasErrors();
    }

    /** In the order of the fields on the page, which is that of the form's components. */
    public List<Problem> problems() {
        return binding.getFieldErrors().stream()
                .sorted(Comparator.comparingInt(error -> rank(error.getField())))
                .map(error -> new Problem(error.getField(), message(error)))
                .toList();
    }

    private int rank(String field) {
        var target = binding.getTarget();
        if (target == null || !target.getClass().isRecord()) {
            return 0;
        }
        var names = Arrays.stream(target.getClass().getRecordComponents())
                .map(component -> component.getName())
                .toList();
        return names.indexOf(field.contains(".") ? field.substring(0, field.indexOf('.')) : field);
    }

    private String message(FieldError error) {
        return messages.getMessage(error, locale);
    }
}
