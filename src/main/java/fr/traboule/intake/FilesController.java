package fr.traboule.intake;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StorageUnreachable;
import fr.traboule.ground.files.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final FileCheck fileCheck;
    private final FileStore files;
    private final SendGuard guard;
    private final Clock clock;

    FilesController(
            Drafts drafts,
            Journey journey,
            FileCheck fileCheck,
            FileStore requestsFiles,
            SendGuard guard,
            Clock clock) {
        this.drafts = drafts;
        this.journey = journey;
        this.fileCheck = fileCheck;
        this.files = requestsFiles;
        this.guard = guard;
        this.clock = clock;
    }

    record FilesForm(@Nullable List<MultipartFile> files) {

        /** A browser sends an empty part where nothing was chosen. */
        List<MultipartFile> chosen() {
            return files == null
                    ? List.of()
                    : files.stream()
                            .filter(file -> file.getOriginalFilename() != null
                                    && !file.getOriginalFilename().isEmpty())
                            .toList();
        }
    }

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
        var current = draft;
        for (var chosen : form.chosen()) {
            guard.begins(actor, request.getRemoteAddr());
            current = store(current, chosen, errors);
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

    private Draft store(Draft draft, MultipartFile chosen, BindingResult errors) {
        if (draft.answers().files().size() >= MOST) {
            errors.rejectValue("files", "intake.files.tooMany", new Object[] {MOST}, "");
            return draft;
        }
        var name =
                FileCheck.safe(Optional.ofNullable(chosen.getOriginalFilename()).orElse(""));
        var content = bytes(chosen);
        return switch (fileCheck.check(name, content)) {
            case FileCheck.Accepted accepted -> store(draft, accepted, errors);
            case FileCheck.Empty empty -> refuse(draft, errors, "intake.files.empty", name);
            case FileCheck.TooLarge tooLarge -> refuse(draft, errors, "intake.files.tooLarge", name);
            case FileCheck.Damaged damaged -> refuse(draft, errors, "intake.files.damaged", name);
            case FileCheck.PhonePhoto phonePhoto -> refuse(draft, errors, "intake.files.phonePhoto", name);
            case FileCheck.WrongType wrongType -> refuse(draft, errors, "intake.files.wrongType", name);
        };
    }

    /** Where the files cannot be kept now, the person is told and all else stays as it was. */
    private Draft store(Draft draft, FileCheck.Accepted accepted, BindingResult errors) {
        try {
            var stored = files.store(accepted, clock.instant());
            return draft.with(draft.answers().withFile(stored.id().value()));
        } catch (StorageUnreachable away) {
            return refuse(draft, errors, "intake.files.unreachable", accepted.name());
        }
    }

    private static Draft refuse(Draft draft, BindingResult errors, String key, String name) {
        errors.rejectValue("files", key, new Object[] {name}, "");
        return draft;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
