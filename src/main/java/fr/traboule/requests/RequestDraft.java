package fr.traboule.requests;

import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectId;
import java.time.LocalDate;
import java.util.Optional;

/** A request being changed in some of its parts; the others stay. */
final class RequestDraft {

    private final Request from;
    private Nature nature;
    private Optional<SubjectId> subject;
    private boolean sensitive;
    private UnitId unit;
    private Optional<AccountId> heldBy;
    private OrganisationId organisation;
    private RequestStatus status;
    private LocalDate dueOn;
    private int bounces;
    private int chases;
    private Optional<RequestId> mergedInto;
    private Optional<Archived> archived;

    RequestDraft(Request from) {
        this.from = from;
        this.nature = from.nature();
        this.subject = from.subject();
        this.sensitive = from.sensitive();
        this.unit = from.unit();
        this.heldBy = from.heldBy();
        this.organisation = from.organisation();
        this.status = from.status();
        this.dueOn = from.dueOn();
        this.bounces = from.bounces();
        this.chases = from.chases();
        this.mergedInto = from.mergedInto();
        this.archived = from.archived();
    }

    RequestDraft about(Subject known) {
        nature = known.nature();
        subject = Optional.of(known.id());
        sensitive = known.sensitive();
        return this;
    }

    RequestDraft unit(UnitId value) {
        unit = value;
        return this;
    }

    RequestDraft heldBy(Optional<AccountId> value) {
        heldBy = value;
        return this;
    }

    RequestDraft organisation(OrganisationId value) {
        organisation = value;
        return this;
    }

    RequestDraft status(RequestStatus value) {
        status = value;
        return this;
    }

    RequestDraft dueOn(LocalDate value) {
        dueOn = value;
        return this;
    }

    RequestDraft bounces(int value) {
        bounces = value;
        return this;
    }

    RequestDraft chases(int value) {
        chases = value;
        return this;
    }

    RequestDraft mergedInto(Optional<RequestId> value) {
        mergedInto = value;
        return this;
    }

    RequestDraft archived(Optional<Archived> value) {
        archived = value;
        return this;
    }

    Request done() {
        return new Request(
                from.id(),
                from.number(),
                nature,
                from.channel(),
                subject,
                unit,
                heldBy,
                organisation,
                from.area(),
                status,
                from.language(),
                from.receivedAt(),
                dueOn,
                sensitive,
                bounces,
                chases,
                mergedInto,
                archived,
                from.version());
    }
}
