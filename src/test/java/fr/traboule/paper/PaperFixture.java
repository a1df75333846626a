package fr.traboule.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Letters and sheets for the tests. */
@TestComponent
public class PaperFixture {

    private final TakeLetters takeLetters;
    private final PrintSheets printSheets;
    private final Directory directory;

    public PaperFixture(TakeLetters takeLetters, PrintSheets printSheets, Directory directory) {
        this.takeLetters = takeLetters;
        this.printSheets = printSheets;
        this.directory = directory;
    }

    /** A text that nobody else has: the same bytes under the same name would be the same letter. */
    public static byte[] text() {
        return ("Madame, Monsieur, " + UUID.randomUUID()).getBytes(UTF_8);
    }

    public LetterId letter(Actor.Agent agent, String unit, LocalDate stampedOn) {
        return letter(agent, unit, stampedOn, "lettre.txt", text());
    }

    public LetterId letter(Actor.Agent agent, String unit, LocalDate stampedOn, String name, byte[] content) {
        var scan = TakeLetters.Scan.of(
                name,
                content,
                stampedOn,
                directory.unit(unit).orElseThrow().id(),
                UUID.randomUUID().toString());
        return ((TakeLetters.Taken) takeLetters.take(agent, scan)).letter();
    }

    public Sheet sheet(Actor.Agent agent, String unit) {
        var batch = UUID.randomUUID();
        printSheets.print(agent, batch, directory.unit(unit).orElseThrow().id(), 1);
        return printSheets.batch(agent, batch).getFirst();
    }
}
