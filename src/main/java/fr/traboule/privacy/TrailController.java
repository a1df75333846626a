package fr.traboule.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.AccessTrail;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One person's trail, as a file to give them (GDPR, article 15): what happened to their requests, and who saw them. Asked for
 * by a form: to gather it is itself a look that the log keeps.
 */
@RestController
class TrailController {

    private static final int MOST_REQUESTS = 1_000;
    private static final int MOST_LOOKS = 100_000;

    private final AccessTrail trail;
    private final AccountNames names;

    TrailController(AccessTrail trail, AccountNames names) {
        this.trail = trail;
        this.names = names;
    }

    /** One line of the file. */
    private record Line(Instant at, String number, String what, String why, String who) {}

    @PostMapping(AccessLogController.ADDRESS + "/personne.csv")
    ResponseEntity<byte[]> export(Actor.Agent officer, @RequestParam String person, Wording wording) {
        var asked = Optional.of(person.strip()).filter(text -> !text.isEmpty()).orElseThrow(NotFound::new);
        var saved = ContentDisposition.attachment()
                .filename(wording.text("privacy.trail.file") + ".csv", UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(csv(lines(officer, asked, wording), wording).getBytes(UTF_8));
    }

    private List<Line> lines(Actor.Agent officer, String person, Wording wording) {
        var lines = new ArrayList<Line>();
        var found = trail.requestsOf(officer, person, MOST_REQUESTS);
        for (var event : trail.storyOf(officer, found)) {
            lines.add(new Line(
                    event.at(),
                    event.number().toString(),
                    wording.text(event.kind()),
                    "",
                    event.agent().map(names::of).orElse("")));
        }
        var query = new AccessTrail.Query(
                Optional.empty(), Optional.of(person), Optional.empty(), Optional.empty(), Optional.empty());
        for (var look : trail.search(officer, query, Optional.empty(), MOST_LOOKS)) {
            lines.add(new Line(
                    look.at(),
                    look.number().toString(),
                    wording.text(look.look()),
                    wording.text(look.reason()),
                    names.of(look.account())));
        }
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    /** With the mark by which spreadsheets know UTF-8, and no cell that they would take for a formula. */
    private static String csv(List<Line> lines, Wording wording) {
        var text = new StringWriter();
        text.write('\ufeff');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    wording.text("privacy.trail.at"),
                    wording.text("privacy.trail.number"),
                    wording.text("privacy.trail.what"),
                    wording.text("privacy.trail.why"),
                    wording.text("privacy.trail.who"));
            lines.forEach(line -> csv.writeRecord(
                    wording.dateTime(line.at()), line.number(), line.what(), line.why(), harmless(line.who())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String harmless(String cell) {
        return cell.matches("[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
