package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.records.ExportFolder;
import fr.traboule.works.WorkView;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole city as the files of its folder: at once, or, where there is much, as a long work. */
@RestController
class ExportController {

    static final String FILE = "ville.zip";
    static final String TYPE = "application/zip";

    /** Lines that are written within the time of a page. */
    private static final long AT_ONCE = 100_000;

    private final ExportFolder export;
    private final AskForWork works;

    ExportController(ExportFolder export, AskForWork works) {
        this.export = export;
        this.works = works;
    }

    @PostMapping(ConfigurationPages.ADDRESS + "/export")
    ResponseEntity<byte[]> export(Actor actor) {
        if (export.size(actor) > AT_ONCE) {
            var work = works.ask(actor, ExportWork.asked()).id();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(WorkView.address(work)))
                    .build();
        }
        var archive = new ByteArrayOutputStream();
        export.write(actor, archive);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(FILE).build().toString())
                .body(archive.toByteArray());
    }
}
