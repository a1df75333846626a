package fr.traboule.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.desk.ListFile.Wanted;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import fr.traboule.works.WorkView;
import jakarta.validation.Valid;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The file of the queue, or of what a search found: at once, or, where there are many lines, by a long work. */
@RestController
class ExportController {

    /** Lines that can be written within the time of a page. */
    private static final int AT_ONCE = 1_000;

    private final ListFile file;
    private final AskForWork works;

    ExportController(ListFile file, AskForWork works) {
        this.file = file;
        this.works = works;
    }

    @PostMapping(QueueController.ADDRESS + "/export")
    ResponseEntity<byte[]> queue(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") FilterForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean said,
            Wording wording) {
        return export(agent, new Wanted(form, Optional.empty(), said), errors, wording);
    }

    @PostMapping(SearchController.ADDRESS + "/export")
    ResponseEntity<byte[]> search(
            Actor.Agent agent,
            @RequestParam(name = SearchController.WORDS, defaultValue = "") String words,
            @Valid @ModelAttribute("form") FilterForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean said,
            Wording wording) {
        var asked = words.substring(0, Math.min(words.length(), SearchController.LONGEST_SEARCH))
                .replace('\0', ' ')
                .strip();
        return export(agent, new Wanted(form, Optional.of(asked), said), errors, wording);
    }

    private ResponseEntity<byte[]> export(Actor.Agent agent, Wanted wanted, BindingResult errors, Wording wording) {
        if (errors.hasErrors()) {
            throw new NotFound();
        }
        if (file.count(agent, wanted, AT_ONCE + 1) > AT_ONCE) {
            var work = works.ask(agent, ListWork.of(wanted, wording)).id();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(WorkView.address(work)))
                    .build();
        }
        var saved = ContentDisposition.attachment()
                .filename(wording.text("desk.export.file") + ".csv", UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(whole(agent, wanted, wording));
    }

    private byte[] whole(Actor.Agent agent, Wanted wanted, Wording wording) {
        var bytes = new ByteArrayOutputStream();
        var part = file.part(agent, wanted, Optional.empty(), wording);
        bytes.writeBytes(part.bytes());
        while (part.next().isPresent()) {
            part = file.part(agent, wanted, part.next(), wording);
            bytes.writeBytes(part.bytes());
        }
        return bytes.toByteArray();
    }
}
