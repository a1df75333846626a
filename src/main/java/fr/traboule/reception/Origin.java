package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.paper.LetterId;
import fr.traboule.paper.PrintSheets;
import fr.traboule.paper.ReadLetters;
import fr.traboule.paper.ReadLetters.Opened;
import fr.traboule.paper.Sheet;
import fr.traboule.web.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is being typed in: a letter, an outage sheet, or what somebody says now.
 *
 * @param letter whose id the request will have
 * @param sheet whose number the request will have
 */
record Origin(Optional<Opened> letter, Optional<Sheet> sheet) {

    static final Origin NOW = new Origin(Optional.empty(), Optional.empty());

    /** Whether it surely came in before now. */
    boolean isPaper() {
        return letter.isPresent() || sheet.isPresent();
    }

    /** Says it by the id that the page carries. */
    @Component
    static class Finder {

        private final ReadLetters readLetters;
        private final PrintSheets printSheets;

        Finder(ReadLetters readLetters, PrintSheets printSheets) {
            this.readLetters = readLetters;
            this.printSheets = printSheets;
        }

        /** @throws NotFound for a letter that is not the agent's to see */
        Origin of(Actor.Agent agent, UUID key) {
            var id = new LetterId(key);
            if (readLetters.isLetter(id)) {
                return new Origin(
                        Optional.of(readLetters.seenBy(agent, id).orElseThrow(NotFound::new)), Optional.empty());
            }
            return new Origin(Optional.empty(), printSheets.ofRequest(key));
        }
    }
}
