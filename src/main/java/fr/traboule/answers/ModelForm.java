package fr.traboule.answers;

import fr.traboule.web.Language;
import fr.traboule.web.Translated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model answer as somebody types it.
 *
 * @param version that they saw
 * @param owner code of its unit
 * @param number of a real request to try it on
 */
record ModelForm(
        @Nullable Integer version,

        @NotBlank(message = "{answers.title.missing}")
        @Size(max = ModelContent.LONGEST_TITLE, message = "{answers.title.tooLong}")
        @Nullable
        String title,

        @NotBlank(message = "{answers.owner.missing}") @Nullable
        String owner,

        @NotNull(message = "{answers.act.missing}") @Nullable
        AnswerAct act,

        @Nullable List<String> themes,
        @Nullable List<String> subjects,

        @Nullable String fr,
        @Nullable String en,
        @Nullable String ar,

        @Size(max = ModelForm.LONGEST_REASON, message = "{answers.reason.tooLong}") @Nullable
        String reason,

        @Size(max = 40, message = "{answers.number.wrong}") @Nullable
        String number) {

    static final int LONGEST_REASON = 200;

    static ModelForm blank(String owner) {
        return new ModelForm(null, null, owner, AnswerAct.ANSWER, null, null, null, null, null, null, null);
    }

    static ModelForm of(ModelAnswer model, String owner) {
        var content = model.content();
        var texts = content.texts().texts();
        return new ModelForm(
                model.version(),
                content.title(),
                owner,
                content.act(),
                content.themes(),
                content.subjects(),
                texts.get(Language.FR),
                texts.get(Language.EN),
                texts.get(Language.AR),
                null,
                null);
    }

    /** Line ends as browsers send them are two signs. */
    Optional<String> text(Language language) {
        var typed = switch (language) {
            case FR -> fr;
            case EN -> en;
            case AR -> ar;
        };
        return typed(typed).map(words -> words.replace("\r\n", "\n"));
    }

    /** Where the French one is there. */
    Translated texts() {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            text(language).ifPresent(words -> texts.put(language, words));
        }
        return new Translated(texts);
    }

    List<String> chosenThemes() {
        return Objects.requireNonNullElse(themes, List.of());
    }

    List<String> chosenSubjects() {
        return Objects.requireNonNullElse(subjects, List.of());
    }

    static Optional<String> typed(@Nullable String field) {
        return Optional.ofNullable(field)
                .map(words -> words.replace("\0", "").strip())
                .filter(text -> !text.isEmpty());
    }
}
