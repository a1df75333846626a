package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.records.ExportFolder;
import java.io.ByteArrayOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole city as the files of its folder. */
@RestController
class ExportController {

    private final ExportFolder export;

    ExportController(ExportFolder export) {
        this.export = export;
    }

    @GetMapping(ConfigurationPages.ADDRESS + "/export")
    ResponseEntity<byte[]> export(Actor actor) {
        var archive = new ByteArrayOutputStream();
        export.write(actor, archive);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("ville.zip")
                                .build()
                                .toString())
                .body(archive.toByteArray());
    }
}
