package fr.traboule.residents;

import static fr.traboule.residents.GroundsForm.given;

import fr.traboule.residents.ResidentLedger.Seen;
import fr.traboule.web.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person speaks and needs, and why their record is kept, as typed. */
record DescribeForm(
        @Nullable Integer version,
        @Nullable String language,
        @Nullable List<Need> needs,

        @Size(max = Needs.LONGEST, message = "{residents.needsWords.tooLong}") @Nullable
        String needsWords,

        @Valid GroundsForm grounds) {

    DescribeForm {
        grounds = Objects.requireNonNullElse(grounds, GroundsForm.BLANK);
    }

    static DescribeForm of(Resident resident) {
        return new DescribeForm(
                resident.version(),
                resident.language().code(),
                resident.needs().kinds(),
                resident.needs().words().orElse(null),
                GroundsForm.of(resident.grounds()));
    }

    Seen seen(ResidentId id) {
        return new Seen(id, version == null ? -1 : version);
    }

    Language spoken() {
        return given(language).flatMap(Language::of).orElse(Language.FR);
    }

    Needs needed() {
        return new Needs(Optional.ofNullable(needs).orElse(List.of()), given(needsWords));
    }
}
