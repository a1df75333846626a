package fr.traboule.works;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.WorkFile;
import fr.traboule.ground.works.WorkId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One long work: how far it is, cancel it, try it again, have what it made. */
@Controller
@RequestMapping(WorkView.ADDRESS)
class WorkController {

    /** In seconds, for whoever chose that the page comes back by itself. */
    private static final String SOON = "10";

    private final LongWorks works;

    WorkController(LongWorks works) {
        this.works = works;
    }

    @PostMapping(params = "start")
    String ask(Actor actor, @RequestParam String start) {
        var asked = works.ask(actor, start);
        return "redirect:" + WorkView.address(asked.id()) + (asked instanceof AskForWork.UnderWay ? "?deja=oui" : "");
    }

    @GetMapping("/{id}")
    String show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "suivre", defaultValue = "false") boolean following,
            @RequestParam(name = "fait", defaultValue = "") String done,
            @RequestParam(name = "deja", defaultValue = "") String already,
            Model model,
            HttpServletResponse response) {
        var view = works.show(actor, new WorkId(id));
        var follows = following && view.work().state().isUnderWay();
        if (follows) {
            response.setHeader("Refresh", SOON);
        }
        model.addAttribute("view", view);
        model.addAttribute("following", follows);
        model.addAttribute("done", done);
        model.addAttribute("already", !already.isEmpty());
        return "works/work";
    }

    @PostMapping(path = "/{id}", params = "cancel")
    String cancel(Actor actor, @PathVariable UUID id) {
        return back(id, works.cancel(actor, new WorkId(id)));
    }

    @PostMapping(path = "/{id}", params = "retry")
    String retry(Actor actor, @PathVariable UUID id) {
        return back(id, works.retry(actor, new WorkId(id)));
    }

    @GetMapping("/{id}/fichier")
    ResponseEntity<InputStreamResource> download(Actor actor, @PathVariable UUID id) {
        var download = works.download(actor, new WorkId(id));
        var file = download.work().work().file().orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved(file))
                .body(new InputStreamResource(download.content()));
    }

    private static String saved(WorkFile file) {
        return ContentDisposition.attachment()
                .filename(file.name(), UTF_8)
                .build()
                .toString();
    }

    private static String back(UUID id, boolean done) {
        return "redirect:" + WorkView.address(new WorkId(id)) + "?fait=" + (done ? "oui" : "non");
    }
}
