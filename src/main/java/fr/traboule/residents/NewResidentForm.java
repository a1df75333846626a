package fr.traboule.residents;

import static fr.traboule.residents.GroundsForm.given;

import fr.traboule.web.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A record as an agent writes it down while the person is there.
 *
 * @param key made with the page: the same form sent twice is one record
 * @param shared which of the coordinates the household has in common
 */
record NewResidentForm(
        @NotNull(message = "{residents.new.key.missing}") @Nullable
        UUID key,

        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable List<DetailKind> shared,
        @Nullable AnswerWay way,
        @Nullable String language,
        @Nullable List<Need> needs,

        @Size(max = Needs.LONGEST, message = "{residents.needsWords.tooLong}") @Nullable
        String needsWords,

        @Valid GroundsForm grounds) {

    NewResidentForm {
        grounds = Objects.requireNonNullElse(grounds, GroundsForm.BLANK);
    }

    static NewResidentForm blank(UUID key) {
        return new NewResidentForm(
                key, null, null, null, null, null, AnswerWay.NONE, null, null, null, GroundsForm.BLANK);
    }

    void check(Errors errors) {
        for (var kind : DetailKind.values()) {
            if (typed(kind).filter(value -> !kind.accepts(value)).isPresent()) {
                errors.rejectValue(kind.code(), "residents.detail.wrong." + kind.code());
            }
        }
        if (way == null) {
            errors.rejectValue("way", "residents.way.missing");
        } else if (!errors.hasErrors()) {
            Reach.missing(way, details())
                    .ifPresent(kind -> errors.rejectValue(kind.code(), "residents.way.needs." + kind.code()));
        }
        if (!errors.hasErrors() && details().isEmpty()) {
            errors.rejectValue("name", "residents.new.nothing");
        }
        errors.pushNestedPath("grounds");
        grounds.check(errors);
        errors.popNestedPath();
    }

    /** @throws IllegalArgumentException if something is missing or wrong: it was not checked */
    NewResident resident() {
        return new NewResident(
                new ResidentId(Objects.requireNonNull(key)),
                grounds.grounds(),
                details(),
                Objects.requireNonNull(way),
                given(language).flatMap(Language::of).orElse(Language.FR),
                new Needs(Optional.ofNullable(needs).orElse(List.of()), given(needsWords)),
                Optional.empty());
    }

    private List<Detail> details() {
        var details = new ArrayList<Detail>();
        for (var kind : DetailKind.values()) {
            typed(kind)
                    .ifPresent(value -> details.add(
                            Detail.of(kind, value, kind.canBeShared() && shared != null && shared.contains(kind))));
        }
        return details;
    }

    private Optional<String> typed(DetailKind kind) {
        return given(
                switch (kind) {
                    case NAME -> name;
                    case EMAIL -> email;
                    case PHONE -> phone;
                    case ADDRESS -> address;
                });
    }
}
