package fr.traboule.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.history.PersonalTrail.Extent;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import fr.traboule.works.WorkView;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One person's trail: the file at once, or, where there is much, a long work that makes it. Asked for by a form: to gather it
 * is itself a look that the log keeps.
 */
@RestController
class TrailController {

    /** What can be gathered within the time of a page. */
    private static final Extent AT_ONCE = new Extent(100, 5_000);

    private final PersonalTrails trails;
    private final TrailFile file;
    private final AskForWork works;

    TrailController(PersonalTrails trails, TrailFile file, AskForWork works) {
        this.trails = trails;
        this.file = file;
        this.works = works;
    }

    @PostMapping(AccessLogController.ADDRESS + "/personne.csv")
    ResponseEntity<byte[]> export(Actor.Agent officer, @RequestParam String person, Wording wording) {
        var asked = Optional.of(person.strip()).filter(text -> !text.isEmpty()).orElseThrow(NotFound::new);
        var extent = trails.extentOf(officer, asked, (int) AT_ONCE.looks() + 1);
        if (extent.subjects() > AT_ONCE.subjects() || extent.looks() > AT_ONCE.looks()) {
            var work = works.ask(officer, TrailWork.of(asked, wording)).id();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(WorkView.address(work)))
                    .build();
        }
        var saved = ContentDisposition.attachment()
                .filename(wording.text("privacy.trail.file") + ".csv", UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(whole(officer, asked, wording));
    }

    private byte[] whole(Actor.Agent officer, String person, Wording wording) {
        var bytes = new ByteArrayOutputStream();
        var part = file.part(officer, person, Optional.empty(), wording);
        bytes.writeBytes(part.bytes());
        while (part.next().isPresent()) {
            part = file.part(officer, person, part.next(), wording);
            bytes.writeBytes(part.bytes());
        }
        return bytes.toByteArray();
    }
}
