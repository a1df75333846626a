package fr.traboule.intake;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StoredFile;
import fr.traboule.requests.TakeFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Pictures and documents, if there are any. */
@Controller
class FilesController {

    static final int MOST = 5;

    private final Drafts drafts;
    private final Journey journey;
    private final TakeFiles takeFiles;
    private final FileStore files;
    private final SendGuard guard;

    FilesController(Drafts drafts, Journey journey, TakeFiles takeFiles, FileStore requestsFiles, SendGuard guard) {
        this.drafts = drafts;
        this.journey = journey;
        this.takeFiles = takeFiles;
        this.files = requestsFiles;
        this.guard = guard;
    }

    record FilesForm(@Nullable List<MultipartFile> files) {}

    @GetMapping({"/signaler/fichiers", "/ecrire/fichiers"})
    String ask(Draft draft, HttpServletRequest request, Model model) {
        model.addAttribute("form", new FilesForm(null));
        return page(draft, request, model);
    }

    /** Adds what was chosen; « add » stays on the page, « continue » goes on. */
    @PostMapping({"/signaler/fichiers", "/ecrire/fichiers"})
    String add(
            Draft draft,
            Actor actor,
            @ModelAttribute("form") FilesForm form,
            BindingResult errors,
            @RequestParam(name = "ajouter", required = false) @Nullable String add,
            HttpServletRequest request,
            Model model) {
        var chosen = TakeFiles.chosen(form.files());
        chosen.forEach(file -> guard.begins(actor, request.getRemoteAddr()));
        var current = draft;
        for (var file : takeFiles.take(chosen, MOST - draft.answers().files().size(), MOST, errors)) {
            current = current.with(current.answers().withFile(file.value()));
        }
        drafts.save(current);
        return errors.hasErrors() || add != null
                ? page(current, request, model)
                : journey.next(current, Step.FILES, Journey.isChanging(request));
    }

    @PostMapping({"/signaler/fichiers/retirer", "/ecrire/fichiers/retirer"})
    String remove(Draft draft, @RequestParam UUID file, HttpServletRequest request) {
        drafts.save(draft.with(draft.answers().withoutFile(file)));
        return draft.door().redirect(Step.FILES) + (Journey.isChanging(request) ? "?" + Journey.CHANGING : "");
    }

    private String page(Draft draft, HttpServletRequest request, Model model) {
        model.addAttribute("step", StepPage.of(draft, Step.FILES, journey, Journey.isChanging(request)));
        model.addAttribute("stored", stored(draft));
        return "intake/files";
    }

    private List<StoredFile> stored(Draft draft) {
        return files.byIds(draft.answers().files().stream().map(FileId::new).toList());
    }
}
