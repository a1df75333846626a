package fr.traboule.residents;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Why a record is kept, as typed.
 *
 * @param words which law, or how the wish was said
 */
public record GroundsForm(
        @Nullable Basis basis,

        @Size(max = Grounds.LONGEST, message = "{residents.basis.words.tooLong}") @Nullable
        String words) {

    public static final GroundsForm BLANK = new GroundsForm(null, null);

    static GroundsForm of(Grounds grounds) {
        return new GroundsForm(grounds.basis(), grounds.words().orElse(null));
    }

    public boolean isEmpty() {
        return basis == null && given(words).isEmpty();
    }

    /** Says what is missing: a record is kept for one of two reasons, and the law is named. */
    public void check(Errors errors) {
        if (basis == null) {
            errors.rejectValue("basis", "residents.basis.missing");
        } else if (basis == Basis.LAW && given(words).isEmpty()) {
            errors.rejectValue("words", "residents.basis.words.missing");
        }
    }

    /** @throws IllegalArgumentException if something is missing: it was not checked */
    public Grounds grounds() {
        return new Grounds(Optional.ofNullable(basis).orElseThrow(IllegalArgumentException::new), given(words));
    }

    static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(text -> text.replace('\0', ' ').strip())
                .filter(text -> !text.isEmpty());
    }
}
