package fr.traboule.answers;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One model answer: what it says, how it looks filled in, and what it was before. */
@Controller
@RequestMapping(ModelsController.ADDRESS + "/{code}")
class ModelController {

    private static final int MOST_VERSIONS = 20;

    private final JdbcModels models;
    private final EditModels edit;
    private final ModelViews views;
    private final Permissions permissions;

    ModelController(JdbcModels models, EditModels edit, ModelViews views, Permissions permissions) {
        this.models = models;
        this.edit = edit;
        this.views = views;
        this.permissions = permissions;
    }

    static String address(String code) {
        return ModelsController.ADDRESS + "/" + code;
    }

    /** @param said what came of the act before: « fait », « change » */
    @GetMapping
    String show(
            Actor.Agent agent,
            @PathVariable String code,
            @RequestParam(name = "avant", required = false) @Nullable Integer before,
            @RequestParam(name = "dit", defaultValue = "") String said,
            Wording wording,
            Model model) {
        permissions.require(agent, AnswerPermission.READ);
        var answer = find(code);
        var found = models.versions(answer.id(), before == null ? Integer.MAX_VALUE : before, MOST_VERSIONS + 1);
        var shown = found.stream().limit(MOST_VERSIONS).toList();
        model.addAttribute("model", answer);
        model.addAttribute("owner", views.owner(answer.content(), wording));
        model.addAttribute("fits", views.fits(answer.content(), wording));
        model.addAttribute("texts", views.texts(answer.content()));
        model.addAttribute("samples", views.sample(answer.content(), agent, wording));
        model.addAttribute("versions", views.lines(shown));
        model.addAttribute("mayEdit", edit.mayEdit(agent, answer.content().owner()));
        model.addAttribute("said", said);
        model.addAttribute("first", before == null ? null : address(code));
        model.addAttribute(
                "next",
                found.size() > MOST_VERSIONS
                        ? address(code) + "?avant=" + shown.getLast().number()
                        : null);
        return "answers/model";
    }

    @GetMapping("/versions/{number}")
    String version(
            Actor.Agent agent, @PathVariable String code, @PathVariable int number, Wording wording, Model model) {
        permissions.require(agent, AnswerPermission.READ);
        var answer = find(code);
        var version = models.version(answer.id(), number).orElseThrow(NotFound::new);
        model.addAttribute("model", answer);
        model.addAttribute("line", views.line(version));
        model.addAttribute("owner", views.owner(version.content(), wording));
        model.addAttribute("fits", views.fits(version.content(), wording));
        model.addAttribute("texts", views.texts(version.content()));
        model.addAttribute(
                "differences",
                models.version(answer.id(), number - 1)
                        .map(before -> views.differences(before, version, wording))
                        .orElse(null));
        model.addAttribute("mayEdit", edit.mayEdit(agent, answer.content().owner()));
        return "answers/version";
    }

    @PostMapping("/publier")
    String publish(Actor.Agent agent, @PathVariable String code, @RequestParam int version) {
        return after(edit.publish(agent, new EditModels.Seen(code, version)), code);
    }

    @PostMapping("/retirer")
    String retire(Actor.Agent agent, @PathVariable String code, @RequestParam int version) {
        return after(edit.retire(agent, new EditModels.Seen(code, version)), code);
    }

    @PostMapping("/versions/{number}/reprendre")
    String bringBack(
            Actor.Agent agent, @PathVariable String code, @PathVariable int number, @RequestParam int version) {
        return after(edit.bringBack(agent, new EditModels.Seen(code, version), number), code);
    }

    private static String after(EditModels.Outcome outcome, String code) {
        return switch (outcome) {
            case EditModels.Done done -> "redirect:" + address(code) + "?dit=fait";
            case EditModels.ChangedMeanwhile changed -> "redirect:" + address(code) + "?dit=change";
        };
    }

    private ModelAnswer find(String code) {
        return models.byCode(code).orElseThrow(NotFound::new);
    }
}
