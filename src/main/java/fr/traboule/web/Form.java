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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapperImpl;
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

    /** What is wrong, and the id of where to put it right. */
    public record Problem(String id, String message) {}

    /** What was typed, even where it is wrong; a part of a field (« date.day ») is empty where nothing of the field was. */
    public String value(String field) {
        var value = typed(field);
        return value == null ? "" : value.toString();
    }

    /** Where one field could not be read there is no form, and the binder keeps the others one by one. */
    private @Nullable Object typed(String field) {
        var dot = field.indexOf('.');
        if (dot < 0 || binding.getTarget() == null && binding.getFieldValue(field) != null) {
            return binding.getFieldValue(field);
        }
        var whole = binding.getFieldValue(field.substring(0, dot));
        return whole == null ? null : new BeanWrapperImpl(whole).getPropertyValue(field.substring(dot + 1));
    }

    /** What was chosen among several. */
    public Set<String> values(String field) {
        return switch (chosen(field)) {
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            case String one when !one.isEmpty() -> Set.of(one);
            case null, default -> Set.of();
        };
    }

    /** Unformatted: the binder would make one text of several values. */
    private @Nullable Object chosen(String field) {
        return binding.getTarget() == null ? binding.getFieldValue(field) : binding.getRawFieldValue(field);
    }

    /** Whether something was typed there, or is wrong. */
    public boolean isTouched(String field) {
        return error(field).isPresent() || !value(field).isBlank();
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
        var order = order();
        return binding.getFieldErrors().stream()
                .sorted(Comparator.comparingInt(error -> order.indexOf(error.getField())))
                .map(error -> new Problem(id(error.getField()), message(error)))
                .distinct()
                .toList();
    }

    private List<String> order() {
        var target = binding.getTarget();
        return target == null ? List.of() : names(target.getClass(), "").toList();
    }

    private static Stream<String> names(Class<?> form, String within) {
        return form.isRecord()
                ? Arrays.stream(form.getRecordComponents())
                        .flatMap(component -> Stream.concat(
                                Stream.of(within + component.getName()),
                                names(component.getType(), within + component.getName() + ".")))
                : Stream.empty();
    }

    /** A date has three fields: one goes to the first. */
    private String id(String field) {
        return binding.getFieldType(field) == DateFields.class ? field + "-day" : field;
    }

    /** What cannot even be read is said in our words: the binder's speak of types. */
    private String message(FieldError error) {
        return error.isBindingFailure()
                ? messages.getMessage("web.errors.unreadable", null, locale)
                : messages.getMessage(error, locale);
    }
}
