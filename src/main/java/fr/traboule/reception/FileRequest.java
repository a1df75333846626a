package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.paper.HandleLetters;
import fr.traboule.paper.LetterId;
import fr.traboule.paper.LetterState;
import fr.traboule.paper.PrintSheets;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestPermission;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.NewResident;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a request of what an agent typed, once: the draft, the letter or the sheet that it comes from ends with it, in the same
 * transaction, and so begins the record of the person where one is to be kept. The same page sent twice gets the same receipt; whoever was slower on another page is told who was faster.
 */
@Service
class FileRequest {

    private final ReceiveRequest receiveRequest;
    private final KeepResident keepResident;
    private final ReadRequests readRequests;
    private final KeepDrafts keepDrafts;
    private final Drafts drafts;
    private final Origin.Finder origins;
    private final HandleLetters handleLetters;
    private final PrintSheets printSheets;
    private final Permissions permissions;
    private final Clock clock;

    FileRequest(
            ReceiveRequest receiveRequest,
            KeepResident keepResident,
            ReadRequests readRequests,
            KeepDrafts keepDrafts,
            Drafts drafts,
            Origin.Finder origins,
            HandleLetters handleLetters,
            PrintSheets printSheets,
            Permissions permissions,
            Clock clock) {
        this.receiveRequest = receiveRequest;
        this.keepResident = keepResident;
        this.readRequests = readRequests;
        this.keepDrafts = keepDrafts;
        this.drafts = drafts;
        this.origins = origins;
        this.handleLetters = handleLetters;
        this.printSheets = printSheets;
        this.permissions = permissions;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Filed(Receipt receipt) implements Outcome {}

    /** Nothing was written. */
    record Overtaken(KeepDrafts.Conflict conflict) implements Outcome {}

    /**
     * @param wanted with the files that were stored for it just now
     * @param toKeep record of the person, where they wish one or a law needs it: both or none
     */
    @Transactional
    Outcome file(Actor.Agent agent, NewRequestForm form, NewRequest wanted, Optional<NewResident> toKeep) {
        permissions.require(agent, RequestPermission.FILE);
        var id = Objects.requireNonNull(form.key());
        var draft = drafts.lock(id);
        var faster = already(agent, form)
                .or(() -> keepDrafts.conflict(agent, draft, form).map(Overtaken::new));
        if (faster.isPresent()) {
            return faster.get();
        }
        var paper = fromPaper(agent, id);
        if (paper.isPresent()) {
            return already(agent, form).orElseGet(() -> new Overtaken(paper.get()));
        }
        if (!drafts.file(id, new Drafts.Filing(KeepDrafts.page(form), agent.account(), clock.instant()))) {
            return already(agent, form).orElseThrow();
        }
        draft.ifPresent(known -> keepDrafts.filed(agent, known));
        toKeep.ifPresent(resident -> keepResident.keep(agent, resident));
        return new Filed(receiveRequest.receive(
                new Actor.ForResident(agent),
                with(wanted, draft.map(Draft::files).orElse(List.of()))));
    }

    /** Whether it is filed: by this very page, or by another. */
    private Optional<Outcome> already(Actor.Agent agent, NewRequestForm form) {
        var id = Objects.requireNonNull(form.key());
        return drafts.filing(id)
                .map(filing -> filing.page().equals(KeepDrafts.page(form))
                                && filing.account().equals(agent.account())
                        ? new Filed(readRequests.receipt(new RequestId(id)))
                        : new Overtaken(keepDrafts.filed(id, filing)));
    }

    /** The letter or the sheet ends with it. @return what is in the way, where it has ended already */
    private Optional<KeepDrafts.Conflict> fromPaper(Actor.Agent agent, UUID id) {
        var origin = origins.of(agent, id);
        if (origin.letter().isPresent() && !handleLetters.filed(agent, new LetterId(id))) {
            var letter = origins.of(agent, id).letter().orElseThrow().letter();
            return Optional.of(new KeepDrafts.Conflict(
                    letter.state() == LetterState.FILED ? ConflictKind.FILED : ConflictKind.LETTER_SETTLED,
                    "",
                    clock.instant(),
                    letter.number()));
        }
        if (origin.sheet().isPresent() && !printSheets.used(agent, new RequestId(id))) {
            return Optional.of(new KeepDrafts.Conflict(
                    ConflictKind.FILED, "", clock.instant(), origin.sheet().map(sheet -> sheet.number())));
        }
        return Optional.empty();
    }

    private static NewRequest with(NewRequest wanted, List<FileId> files) {
        return new NewRequest(
                wanted.id(),
                wanted.channel(),
                wanted.nature(),
                wanted.subject(),
                wanted.language(),
                wanted.statement(),
                Stream.concat(files.stream(), wanted.files().stream()).toList(),
                wanted.arrivedAt(),
                wanted.resident());
    }
}
