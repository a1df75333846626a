package fr.traboule.residents;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.Actor;
import fr.traboule.residents.ResidentPart.Line;
import fr.traboule.web.NotFound;
import fr.traboule.web.Spreadsheet;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                .body(csv(lines, wording));
    }

    static byte[] csv(List<Line> lines, Wording wording) {
        var head = Stream.of("about", "at", "what", "value")
                .map(column -> wording.text("residents.export." + column))
                .toList();
        return Spreadsheet.csv(
                Optional.of(head),
                lines.stream()
                        .map(line -> List.of(
                                line.about(), line.at().map(wording::dateTime).orElse(""), line.what(), line.value())));
    }
}
