package fr.traboule.paper;

import fr.traboule.city.UnitClosed;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileCleared;
import fr.traboule.ground.files.FileSetAside;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.requests.RequestDestroyed;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to letters without anybody touching them, each in the transaction of what causes it. */
@Component
class LettersChange {

    private static final String OF_REQUESTS = "requests";
    private static final String OURS = "paper";

    private final Letters letters;
    private final Sheets sheets;
    private final FileStore files;
    private final History history;

    LettersChange(Letters letters, Sheets sheets, FileStore paperFiles, History paperHistory) {
        this.letters = letters;
        this.sheets = sheets;
        this.files = paperFiles;
        this.history = paperHistory;
    }

    /** It stays in the register, and says what it is. */
    @EventListener
    void on(FileSetAside aside) {
        if (isKnown(aside.schema()) && letters.nowIn(aside.owner(), LetterCondition.DANGEROUS)) {
            tell(aside.owner(), LetterFact.SET_ASIDE, aside.at(), Map.of());
        }
    }

    @EventListener
    void on(FileCleared cleared) {
        var condition = cleared.schema().equals(OF_REQUESTS) ? LetterCondition.READABLE : LetterCondition.UNREADABLE;
        if (isKnown(cleared.schema()) && letters.nowIn(cleared.owner(), condition)) {
            tell(cleared.owner(), LetterFact.CLEARED, cleared.at(), Map.of());
        }
    }

    /** Its name and what could not be opened of it go with its request; that it came stays in the register. */
    @EventListener
    void on(RequestDestroyed destroyed) {
        files.forgetObjects(letters.forget(destroyed.request().value()));
    }

    private static boolean isKnown(String schema) {
        return schema.equals(OF_REQUESTS) || schema.equals(OURS);
    }

    @EventListener
    void on(UnitClosed closed) {
        letters.move(closed.unit(), closed.successor())
                .forEach(letter -> tell(
                        letter.value(),
                        LetterFact.MOVED_WITH_UNIT,
                        closed.at(),
                        Map.of("unit", closed.successor().value().toString())));
        sheets.move(closed.unit(), closed.successor());
    }

    private void tell(UUID letter, LetterFact fact, Instant at, Map<String, String> details) {
        history.add(Fact.of(letter, fact.code(), at, new Actor.Program(), details));
    }
}
