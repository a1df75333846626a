package fr.traboule.desk;

import static fr.traboule.desk.CasePage.known;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.PersonActs;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestSheet;
import fr.traboule.requests.TakeFiles;
import fr.traboule.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** Papers and photos that the person brings for a request of theirs, with what they say about them (invariant I2). */
@Controller
@RequestMapping(CasePage.ADDRESS + "/fichiers")
class BringFilesController {

    private static final int MOST = 5;

    private final PersonActs person;
    private final TakeFiles takeFiles;
    private final ReadRequests requests;

    BringFilesController(PersonActs person, TakeFiles takeFiles, ReadRequests requests) {
        this.person = person;
        this.takeFiles = takeFiles;
        this.requests = requests;
    }

    /** @param version of the request when the agent saw it */
    record BringForm(
            int version,

            @NotBlank(message = "{desk.bring.words.missing}")
            @Size(max = 10_000, message = "{desk.case.tooLong}")
            @Nullable
            String words,

            @Nullable List<MultipartFile> files) {}

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String number, Model model) {
        var request = request(agent, number);
        model.addAttribute("form", new BringForm(request.version(), null, null));
        return page(request, model);
    }

    @PostMapping
    String bring(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute("form") BringForm form,
            BindingResult errors,
            Model model) {
        var request = request(agent, number);
        var chosen = TakeFiles.chosen(form.files());
        if (chosen.isEmpty()) {
            errors.rejectValue("files", "desk.bring.files.missing");
        }
        var files = errors.hasErrors() ? List.<FileId>of() : takeFiles.take(chosen, MOST, MOST, errors);
        if (errors.hasErrors()) {
            return page(request, model);
        }
        var seen = new Seen(request.number(), form.version());
        if (person.reply(agent, seen, Objects.requireNonNull(form.words()), files) != PersonActs.Outcome.DONE) {
            model.addAttribute("changedMeanwhile", true);
            return page(request(agent, number), model);
        }
        return "redirect:" + CasePage.address(request.number());
    }

    private static String page(Request request, Model model) {
        model.addAttribute("request", request);
        return "desk/bring";
    }

    private Request request(Actor.Agent agent, String number) {
        return requests.seenBy(agent, known(number)).map(RequestSheet::request).orElseThrow(NotFound::new);
    }
}
