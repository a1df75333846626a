package fr.traboule.privacy;

import static java.util.stream.Collectors.groupingBy;

import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.web.Spreadsheet;
import fr.traboule.web.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * One person's trail, as a file to give them (GDPR, article 15): what happened to their requests, call-backs and all else that
 * is kept of them, and who saw it; one after the other, each in the order of time.
 */
@Component
class TrailFile {

    /** Requests, or others, in one portion of the file. */
    static final int MOST = 25;

    private final PersonalTrails trails;
    private final AccountNames names;

    TrailFile(PersonalTrails trails, AccountNames names) {
        this.trails = trails;
        this.names = names;
    }

    private record Line(UUID subject, String label, Instant at, String what, String why, String who) {}

    /**
     * A part of the file.
     *
     * @param told how many things it tells of
     * @param next where it goes on, empty at the end
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(byte[] bytes, int told, Optional<PersonalTrails.At> next) {}

    /** The first part carries the head. */
    Part part(Actor.Agent officer, String person, Optional<PersonalTrails.At> at, Wording wording) {
        var part = trails.part(officer, person, at, MOST);
        var head = Optional.of(Stream.of("at", "subject", "what", "why", "who")
                        .map(column -> wording.text("privacy.trail." + column))
                        .toList())
                .filter(first -> at.isEmpty());
        var title = wording.text(part.trail().title());
        var lines = lines(part, wording).stream()
                .map(line -> List.of(
                        wording.dateTime(line.at()),
                        (title + " " + line.label()).strip(),
                        line.what(),
                        line.why(),
                        line.who()));
        return new Part(Spreadsheet.csv(head, lines), part.subjects().size(), part.next());
    }

    private List<Line> lines(PersonalTrails.Part part, Wording wording) {
        var lines = new ArrayList<Line>();
        for (var event : part.trail().storyOf(part.subjects())) {
            var who = event.agent().map(names::of).orElse("");
            lines.add(new Line(event.subject(), event.label(), event.at(), wording.text(event.what()), "", who));
        }
        for (var look : part.trail().looksAt(part.subjects())) {
            lines.add(new Line(
                    look.subject(),
                    look.label(),
                    look.at(),
                    wording.text(look.what()),
                    wording.text(look.why()),
                    names.of(look.account())));
        }
        var begun = lines.stream().collect(groupingBy(Line::subject));
        return begun.values().stream()
                .map(ofOne ->
                        ofOne.stream().sorted(Comparator.comparing(Line::at)).toList())
                .sorted(Comparator.comparing(ofOne -> ofOne.getFirst().at()))
                .flatMap(List::stream)
                .toList();
    }
}
