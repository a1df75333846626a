package fr.traboule.residents;

import static fr.traboule.residents.GroundsForm.given;

import fr.traboule.residents.ResidentLedger.Seen;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A name, an e-mail address, a telephone number or a postal address, as typed.
 *
 * @param shared with the household, as the one box says it
 * @param reason why it is corrected
 * @param way to answer from then on, where it is added for that
 */
record DetailForm(
        @Nullable Integer version,
        @Nullable DetailKind kind,
        @Nullable String value,
        @Nullable List<Boolean> shared,

        @Size(max = Correction.LONGEST, message = "{residents.reason.tooLong}") @Nullable
        String reason,

        @Nullable AnswerWay way) {

    static DetailForm of(int version, Detail detail) {
        return new DetailForm(
                version, detail.kind(), detail.value(), detail.shared() ? List.of(true) : List.of(), null, null);
    }

    static DetailForm adding(int version, @Nullable DetailKind kind, @Nullable AnswerWay way) {
        return new DetailForm(version, kind, null, null, null, way);
    }

    Seen seen(ResidentId id) {
        return new Seen(id, version == null ? -1 : version);
    }

    String typed() {
        return given(value).orElse("");
    }

    boolean isShared(DetailKind of) {
        return of.canBeShared() && shared != null && shared.contains(true);
    }

    void check(@Nullable DetailKind of, Errors errors) {
        if (of == null) {
            errors.rejectValue("kind", "residents.detail.kind.missing");
        } else if (!of.accepts(typed())) {
            errors.rejectValue("value", "residents.detail.wrong." + of.code());
        }
    }

    void checkReason(Errors errors) {
        if (given(reason).isEmpty()) {
            errors.rejectValue("reason", "residents.reason.missing");
        }
    }
}
