package fr.traboule.paper;

import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.history.History;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns letters and sheets into what an agent is shown of them. */
@Component
class LetterViews {

    private final Directory directory;
    private final AccountNames names;

    LetterViews(Directory directory, AccountNames names) {
        this.directory = directory;
        this.names = names;
    }

    /** @param decidedBy who said what becomes of it */
    record LetterLine(Letter letter, Words unit, Optional<String> broughtBy, Optional<String> decidedBy) {}

    record SheetLine(Sheet sheet, Words unit, String printedBy, Optional<String> decidedBy) {}

    LetterLine line(Letter letter, Wording wording) {
        return new LetterLine(
                letter,
                directory.unit(letter.unit()).name().in(wording.language()),
                letter.broughtBy().map(names::of),
                letter.decision().flatMap(Letter.Decision::by).map(names::of));
    }

    List<LetterLine> lines(List<Letter> letters, Wording wording) {
        return letters.stream().map(letter -> line(letter, wording)).toList();
    }

    SheetLine line(Sheet sheet, Wording wording) {
        return new SheetLine(
                sheet,
                directory.unit(sheet.unit()).name().in(wording.language()),
                names.of(sheet.printedBy()),
                sheet.decidedBy().map(names::of));
    }

    List<TimelineEntry> story(List<History.Told> story, Wording wording) {
        return story.stream().map(told -> entry(told, wording)).toList();
    }

    private TimelineEntry entry(History.Told told, Wording wording) {
        var unit = Optional.ofNullable(told.details().get("unit"))
                .map(UUID::fromString)
                .map(UnitId::new)
                .map(id -> directory.unit(id).name().in(wording.language()).text());
        var by = Stream.concat(told.account().map(names::of).stream(), unit.stream())
                .collect(Collectors.joining(" → "));
        return new TimelineEntry(
                told.at(), wording.text(LetterFact.of(told.kind())), by.isEmpty() ? null : by, null, false);
    }
}
