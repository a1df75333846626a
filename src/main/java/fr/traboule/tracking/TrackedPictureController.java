package fr.traboule.tracking;

import fr.traboule.ground.files.FileId;
import fr.traboule.requests.PublicPictures;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A photo of a request as everybody may see it, for whoever follows the request. */
@Controller
class TrackedPictureController {

    private final ReadRequests requests;
    private final PublicPictures pictures;

    TrackedPictureController(ReadRequests requests, PublicPictures pictures) {
        this.requests = requests;
        this.pictures = pictures;
    }

    @GetMapping("/suivi/{number}/photos/{file}")
    ResponseEntity<byte[]> open(@PathVariable String number, @PathVariable UUID file, HttpServletRequest request) {
        return RequestNumber.of(number)
                .flatMap(wanted -> TrackingAccess.held(request, wanted))
                .flatMap(held -> requests.tracked(held.number(), held.secret()))
                .flatMap(sheet -> pictures.open(sheet.request().id(), new FileId(file)))
                .map(copy ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(copy))
                .orElseThrow(NotFound::new);
    }
}
