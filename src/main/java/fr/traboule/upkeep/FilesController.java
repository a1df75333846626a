package fr.traboule.upkeep;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.JudgeFiles;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.AdministrationLink;
import fr.traboule.web.NotFound;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where files are, who examines them, and those about which somebody has to decide. */
@Controller
@RequestMapping(FilesController.ADDRESS)
class FilesController {

    static final String ADDRESS = "/administration/fichiers";
    private static final int MOST = 50;

    private final FileUpkeep upkeep;
    private final JudgeFiles judge;

    FilesController(FileUpkeep upkeep, JudgeFiles judge) {
        this.upkeep = upkeep;
        this.judge = judge;
    }

    @Bean
    static AdministrationLink filesLink() {
        return new AdministrationLink(
                ADDRESS, "upkeep.files.title", "upkeep.files.summary", RequestPermission.JUDGE_FILES);
    }

    @GetMapping
    String show(
            Actor.Agent agent,
            @RequestParam(name = "avant", required = false) @Nullable UUID before,
            @RequestParam(name = "fait", defaultValue = "") String done,
            Model model) {
        var found = judge.list(agent, Optional.ofNullable(before).map(FileId::new), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute("overview", upkeep.overview(agent));
        model.addAttribute("files", shown);
        model.addAttribute("done", done);
        model.addAttribute("first", before == null ? null : ADDRESS);
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? ADDRESS + "?avant="
                                + shown.getLast().trouble().file().id().value()
                        : null);
        return "upkeep/files";
    }

    @PostMapping(params = "move")
    String move(Actor.Agent agent) {
        return back(upkeep.move(agent));
    }

    @PostMapping(params = "stop")
    String stop(Actor.Agent agent) {
        return back(upkeep.stopMoving(agent));
    }

    @GetMapping("/{id}")
    String one(Actor.Agent agent, @PathVariable UUID id, Model model) {
        model.addAttribute("form", new DecisionForm(null));
        return page(agent, id, model);
    }

    @PostMapping("/{id}/examiner")
    String again(Actor.Agent agent, @PathVariable UUID id) {
        return back(judge.again(agent, new FileId(id)));
    }

    @PostMapping("/{id}/liberer")
    String release(
            Actor.Agent agent,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Model model) {
        return errors.hasErrors() ? page(agent, id, model) : back(judge.release(agent, new FileId(id), form.words()));
    }

    @PostMapping("/{id}/effacer")
    String destroy(
            Actor.Agent agent,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Model model) {
        return errors.hasErrors() ? page(agent, id, model) : back(judge.destroy(agent, new FileId(id), form.words()));
    }

    private String page(Actor.Agent agent, UUID id, Model model) {
        model.addAttribute("suspect", judge.find(agent, new FileId(id)).orElseThrow(NotFound::new));
        model.addAttribute("scans", upkeep.scans());
        return "upkeep/file";
    }

    private static String back(JudgeFiles.Outcome outcome) {
        return back(outcome instanceof JudgeFiles.Done);
    }

    private static String back(boolean done) {
        return "redirect:" + ADDRESS + "?fait=" + (done ? "oui" : "non");
    }
}
