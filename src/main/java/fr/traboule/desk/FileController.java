package fr.traboule.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StoredFile;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A file that came with a request: saved, never opened in our pages, whatever it contains; or the page that says why it does
 * not open.
 */
@Controller
class FileController {

    private final ReadRequests requests;

    FileController(ReadRequests requests) {
        this.requests = requests;
    }

    @GetMapping("/agents/demandes/{number}/fichiers/{id}")
    Object open(
            Actor.Agent agent,
            @PathVariable String number,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response) {
        var known = RequestNumber.of(number).orElseThrow(NotFound::new);
        var opening = requests.file(agent, known, new FileId(id)).orElseThrow(NotFound::new);
        return switch (opening) {
            case FileStore.Content content -> saved(content);
            case FileStore.Closed closed -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(known, closed.file(), false, model);
            }
            case FileStore.OutOfReach away -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield page(known, away.file(), true, model);
            }
        };
    }

    private static ResponseEntity<byte[]> saved(FileStore.Content content) {
        var name = ContentDisposition.attachment()
                .filename(content.file().name(), UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(content.bytes());
    }

    private static String page(RequestNumber number, StoredFile file, boolean outOfReach, Model model) {
        model.addAttribute("number", number.toString());
        model.addAttribute("file", file);
        model.addAttribute("outOfReach", outOfReach);
        return "desk/file";
    }
}
