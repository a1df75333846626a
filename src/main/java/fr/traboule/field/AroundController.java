package fr.traboule.field;

import fr.traboule.city.Point;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.FindNearby;
import fr.traboule.requests.FindRequests;
import fr.traboule.requests.QueueEntry;
import fr.traboule.requests.QueuePosition;
import fr.traboule.requests.QueueView;
import fr.traboule.requests.RequestFilter;
import fr.traboule.routing.SubjectId;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is to be done: what was reported near where an agent stands, and what their units have, those due first at the top. What is
 * done is closed on the page of the request.
 */
@Controller
@RequestMapping(AroundController.ADDRESS)
class AroundController {

    static final String ADDRESS = ReportController.ADDRESS + "/a-faire";
    private static final int MOST = 20;

    private final FindNearby findNearby;
    private final FindRequests findRequests;
    private final ReportPlace reportPlace;
    private final Subjects subjects;
    private final Permissions permissions;

    AroundController(
            FindNearby findNearby,
            FindRequests findRequests,
            ReportPlace reportPlace,
            Subjects subjects,
            Permissions permissions) {
        this.findNearby = findNearby;
        this.findRequests = findRequests;
        this.reportPlace = reportPlace;
        this.subjects = subjects;
        this.permissions = permissions;
    }

    record NearLine(FindNearby.Nearby request, Optional<Words> title) {}

    record ToDoLine(QueueEntry request, Optional<Words> title) {}

    @GetMapping
    String show(
            Actor.Agent agent,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Wording wording,
            Model model) {
        permissions.require(agent, FieldPermission.FILE);
        model.addAttribute("form", AroundForm.BLANK);
        return shown(agent, after, Optional.empty(), List.of(), wording, model);
    }

    /** Sent, not asked for: where somebody stands does not belong into an address that is written down on the way. */
    @PostMapping
    String near(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") AroundForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        permissions.require(agent, FieldPermission.FILE);
        if (errors.hasErrors()) {
            return shown(agent, "", Optional.empty(), List.of(), wording, model);
        }
        return switch (reportPlace.of(form.asReport(), wording)) {
            case ReportPlace.WhichOne which -> {
                errors.rejectValue("place", "field.around.place.which");
                var addresses = which.addresses().stream()
                        .map(address -> Option.of(address.id().toString(), address.label()))
                        .toList();
                yield shown(agent, "", Optional.empty(), addresses, wording, model);
            }
            case ReportPlace.Known known -> {
                var point = known.where().flatMap(Whereabouts::point);
                if (point.isEmpty()) {
                    errors.rejectValue("place", "field.around.place.unknown");
                }
                yield shown(agent, "", point, List.of(), wording, model);
            }
        };
    }

    private String shown(
            Actor.Agent agent,
            String after,
            Optional<Point> point,
            List<Option> addresses,
            Wording wording,
            Model model) {
        model.addAttribute("addresses", addresses);
        model.addAttribute("asked", point.isPresent());
        model.addAttribute(
                "near",
                point.map(here -> findNearby.near(agent, here)).orElse(List.of()).stream()
                        .filter(request -> request.status().isOpen())
                        .map(request -> new NearLine(request, title(request.subject(), wording)))
                        .toList());
        var found = findRequests.queue(agent, RequestFilter.of(QueueView.ALL), QueuePosition.of(after), MOST + 1);
        var lines = found.stream()
                .limit(MOST)
                .map(request -> new ToDoLine(request, title(request.subject(), wording)))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("first", after.isEmpty() ? null : ADDRESS);
        if (found.size() > MOST) {
            model.addAttribute(
                    "next", ADDRESS + "?apres=" + lines.getLast().request().position());
        }
        return "field/around";
    }

    private Optional<Words> title(Optional<SubjectId> subject, Wording wording) {
        return subject.flatMap(subjects::byId).map(known -> known.title().in(wording.language()));
    }
}
