package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.records.Results;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came of a long change: the change itself, or what is wrong. */
@Controller
class ResultController {

    static final String ADDRESS = ConfigurationPages.ADDRESS + "/resultat";

    private final Results results;
    private final RecordFiles files;
    private final Permissions permissions;

    ResultController(Results results, RecordFiles files, Permissions permissions) {
        this.results = results;
        this.files = files;
        this.permissions = permissions;
    }

    @GetMapping(ADDRESS + "/{id}")
    String show(Actor actor, @PathVariable UUID id, Wording wording, Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var result = results.byId(id).orElseThrow(NotFound::new);
        if (result.problems().isEmpty() && result.change().isPresent()) {
            return "redirect:" + ChangeController.ADDRESS + "/"
                    + result.change().get().value();
        }
        new ProblemWords(files, wording).show(result.problems(), model);
        result.change()
                .ifPresent(change -> model.addAttribute("change", ChangeController.ADDRESS + "/" + change.value()));
        return "configuration/result";
    }
}
