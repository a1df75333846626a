package fr.traboule.requests;

import fr.traboule.ground.files.FileCleared;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileSetAside;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells in the history of a request what the antivirus said of a file that came with it; a letter to qualify is none yet. */
@Component
class FilesLookedAt {

    private final Ledger ledger;

    FilesLookedAt(Ledger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(FileSetAside aside) {
        tell(aside.schema(), aside.owner(), FactKind.FILE_SET_ASIDE, aside.file(), aside.at());
    }

    @EventListener
    void on(FileCleared cleared) {
        tell(cleared.schema(), cleared.owner(), FactKind.FILE_CLEARED, cleared.file(), cleared.at());
    }

    private void tell(String schema, UUID request, FactKind kind, FileId file, Instant at) {
        if (schema.equals(RequestsConfiguration.SCHEMA)
                && ledger.byId(new RequestId(request)).isPresent()) {
            ledger.tell(
                    new RequestId(request),
                    kind,
                    at,
                    Map.of("file", file.value().toString()));
        }
    }
}
