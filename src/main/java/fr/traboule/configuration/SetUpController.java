package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.Changes;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A city of one's own: a first page that makes it, then what is left to do, until people may use it. */
@Controller
@RequestMapping(ConfigurationPages.ADDRESS + "/mise-en-place")
class SetUpController {

    private final RecordFiles files;
    private final Changes changes;
    private final Permissions permissions;
    private final FirstRecords firstRecords;
    private final Checklist checklist;

    SetUpController(
            RecordFiles files,
            Changes changes,
            Permissions permissions,
            FirstRecords firstRecords,
            Checklist checklist) {
        this.files = files;
        this.changes = changes;
        this.permissions = permissions;
        this.firstRecords = firstRecords;
        this.checklist = checklist;
    }

    @GetMapping
    String show(Actor actor, Wording wording, Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        if (RecordFiles.read(files.byName("city").orElseThrow()).isEmpty()) {
            model.addAttribute("form", NewCityForm.blank());
            return page(wording, model);
        }
        model.addAttribute("steps", checklist.steps());
        return "configuration/checklist";
    }

    @PostMapping
    String make(
            Actor actor,
            @Valid @ModelAttribute("form") NewCityForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        if (errors.hasErrors()) {
            return page(wording, model);
        }
        return switch (changes.draft(actor, firstRecords.of(form))) {
            case Changes.Drafted drafted ->
                "redirect:" + ChangeController.ADDRESS + "/" + drafted.id().value();
            case Changes.Refused refused -> {
                var words = new ProblemWords(files, wording);
                model.addAttribute(
                        "problems",
                        refused.problems().stream().map(words::inList).toList());
                yield page(wording, model);
            }
            default -> throw new IllegalStateException("A new city is a change");
        };
    }

    private String page(Wording wording, Model model) {
        model.addAttribute(
                "zones",
                List.of("A", "B", "C").stream()
                        .map(zone -> Option.of(zone, wording.text("records.choice." + "school_zone_" + zone)))
                        .toList());
        model.addAttribute(
                "languages",
                Arrays.stream(Language.values())
                        .filter(language -> language != Language.FR)
                        .map(language -> Option.of(
                                language.code(), wording.text("records.choice." + "language_" + language.code())))
                        .toList());
        return "configuration/setUp";
    }
}
