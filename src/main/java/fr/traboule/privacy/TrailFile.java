package fr.traboule.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.AccessTrail;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One person's trail, as a file to give them (GDPR, article 15): what happened to their requests, and who saw them; request by
 * request, each in the order of time.
 */
@Component
class TrailFile {

    /** Requests in one portion of the file. */
    static final int MOST = 25;

    private final AccessTrail trail;
    private final AccountNames names;

    TrailFile(AccessTrail trail, AccountNames names) {
        this.trail = trail;
        this.names = names;
    }

    private record Line(Instant at, RequestNumber number, String what, String why, String who) {}

    /**
     * A part of the file.
     *
     * @param requests that it tells of, in the order of their ids
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(byte[] bytes, List<RequestId> requests) {

        boolean isLast() {
            return requests.size() < MOST;
        }

        RequestId end() {
            return requests.getLast();
        }
    }

    /** The first part carries the head. */
    Part part(Actor.Agent officer, String person, Optional<RequestId> after, Wording wording) {
        var found = trail.requestsOf(officer, person, after, MOST);
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            if (after.isEmpty()) {
                // The mark by which spreadsheets know UTF-8.
                text.write('\ufeff');
                csv.writeRecord(
                        wording.text("privacy.trail.at"),
                        wording.text("privacy.trail.number"),
                        wording.text("privacy.trail.what"),
                        wording.text("privacy.trail.why"),
                        wording.text("privacy.trail.who"));
            }
            lines(officer, found, wording)
                    .forEach(line -> csv.writeRecord(
                            wording.dateTime(line.at()),
                            line.number().toString(),
                            line.what(),
                            line.why(),
                            harmless(line.who())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Part(text.toString().getBytes(UTF_8), found);
    }

    private List<Line> lines(Actor.Agent officer, List<RequestId> found, Wording wording) {
        var lines = new ArrayList<Line>();
        for (var event : trail.storyOf(officer, found)) {
            var who = event.agent().map(names::of).orElse("");
            lines.add(new Line(event.at(), event.number(), wording.text(event.kind()), "", who));
        }
        for (var look : trail.looksAt(officer, found)) {
            lines.add(new Line(
                    look.at(),
                    look.number(),
                    wording.text(look.look()),
                    wording.text(look.reason()),
                    names.of(look.account())));
        }
        var begun = lines.stream().collect(groupingBy(Line::number));
        return begun.values().stream()
                .map(ofOne ->
                        ofOne.stream().sorted(Comparator.comparing(Line::at)).toList())
                .sorted(Comparator.comparing(ofOne -> ofOne.getFirst().at()))
                .flatMap(List::stream)
                .toList();
    }

    /** No cell that a spreadsheet would take for a formula. */
    private static String harmless(String cell) {
        return cell.matches("[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
