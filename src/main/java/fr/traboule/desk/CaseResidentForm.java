package fr.traboule.desk;

import fr.traboule.requests.RequestSheet;
import fr.traboule.residents.DetailKind;
import fr.traboule.residents.GroundsForm;
import fr.traboule.residents.NewResident;
import fr.traboule.residents.ResidentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record to be kept of whoever made a request, with what they told in it.
 *
 * @param key made with the page: the same form sent twice is one record
 * @param shared which of the coordinates the household has in common
 */
record CaseResidentForm(
        @NotNull(message = "{residents.new.key.missing}") @Nullable
        UUID key,

        @Nullable List<DetailKind> shared,
        @Valid GroundsForm grounds) {

    CaseResidentForm {
        grounds = Objects.requireNonNullElse(grounds, GroundsForm.BLANK);
    }

    static CaseResidentForm blank() {
        return new CaseResidentForm(ResidentId.next().value(), null, GroundsForm.BLANK);
    }

    /** @throws IllegalArgumentException if nothing was told, or something is missing */
    NewResident resident(RequestSheet request) {
        var statement = request.statement();
        return new NewResident(
                new ResidentId(Objects.requireNonNull(key)),
                grounds.grounds(),
                statement.contact().details(Objects.requireNonNullElse(shared, List.of())),
                statement.contact().way(),
                request.request().language(),
                statement.needs(),
                statement.representative());
    }
}
