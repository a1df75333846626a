package fr.traboule.residents;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.traboule.ground.access.Actor;
import fr.traboule.residents.ResidentPart.Line;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that is known of somebody, as a file to give them. Asked for by a form: to gather it is itself a look. */
@RestController
class ExportController {

    private final ExportResident export;

    ExportController(ExportResident export) {
        this.export = export;
    }

    @PostMapping(ResidentPage.ADDRESS + "/export.csv")
    ResponseEntity<byte[]> export(Actor.Agent officer, @PathVariable String id, Wording wording) {
        var lines = export.export(officer, ResidentId.of(id).orElseThrow(NotFound::new), wording);
        var saved = ContentDisposition.attachment()
                .filename(wording.text("residents.export.file") + ".csv", UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(csv(lines, wording).getBytes(UTF_8));
    }

    static String csv(List<Line> lines, Wording wording) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            // The mark by which spreadsheets know UTF-8.
            text.write('\ufeff');
            csv.writeRecord(
                    wording.text("residents.export.about"),
                    wording.text("residents.export.at"),
                    wording.text("residents.export.what"),
                    wording.text("residents.export.value"));
            lines.forEach(line -> csv.writeRecord(
                    harmless(line.about()),
                    line.at().map(wording::dateTime).orElse(""),
                    harmless(line.what()),
                    harmless(line.value())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** No cell that a spreadsheet would take for a formula. */
    private static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
