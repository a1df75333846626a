package fr.traboule.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.NotFound;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A file that came with a request: saved, never opened in our pages, whatever it contains. */
@RestController
class FileController {

    private final ReadRequests requests;

    FileController(ReadRequests requests) {
        this.requests = requests;
    }

    @GetMapping("/agents/demandes/{number}/fichiers/{id}")
    ResponseEntity<byte[]> download(Actor.Agent agent, @PathVariable String number, @PathVariable UUID id) {
        var content = RequestNumber.of(number)
                .flatMap(known -> requests.file(agent, known, new FileId(id)))
                .orElseThrow(NotFound::new);
        var saved = ContentDisposition.attachment()
                .filename(content.file().name(), UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(content.bytes());
    }
}
