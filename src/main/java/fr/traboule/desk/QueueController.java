package fr.traboule.desk;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.AskOpinion;
import fr.traboule.requests.DeliverByHand;
import fr.traboule.requests.FindRequests;
import fr.traboule.requests.QueuePosition;
import fr.traboule.requests.QueueView;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestElsewhere;
import fr.traboule.requests.RequestFilter;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.requests.RequestStatus;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The open requests of an agent's units, those due first at the top, or those that filters leave. */
@Controller
class QueueController {

    static final String ADDRESS = "/agents";
    static final String CHOOSING = "choisir";
    static final String NOTHING_CHOSEN = "rien";
    private static final int MOST = 50;

    private final FindRequests requests;
    private final ReadRequests readRequests;
    private final Directory directory;
    private final Filters filters;
    private final SaveViews savedViews;
    private final ExportPage exportPage;
    private final QueueLines lines;
    private final AskOpinion opinions;
    private final DeliverByHand deliver;
    private final List<DeskPanel> panels;
    private final List<QueueAct> acts;
    private final Permissions permissions;

    QueueController(
            FindRequests requests,
            ReadRequests readRequests,
            Directory directory,
            Filters filters,
            SaveViews savedViews,
            ExportPage exportPage,
            QueueLines lines,
            AskOpinion opinions,
            DeliverByHand deliver,
            List<DeskPanel> panels,
            List<QueueAct> acts,
            Permissions permissions) {
        this.requests = requests;
        this.readRequests = readRequests;
        this.directory = directory;
        this.filters = filters;
        this.savedViews = savedViews;
        this.exportPage = exportPage;
        this.lines = lines;
        this.opinions = opinions;
        this.deliver = deliver;
        this.panels = panels;
        this.acts = acts;
        this.permissions = permissions;
    }

    @Bean
    @Order(1)
    static DeskLink queueLink() {
        return new DeskLink(ADDRESS, "desk.queue.title", RequestPermission.READ);
    }

    /** Somebody whose account has nothing to do with requests, an administrator, is sent where they have something to do. */
    @GetMapping(ADDRESS)
    String queue(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") FilterForm form,
            BindingResult errors,
            @RequestParam(name = "apres", defaultValue = "") String after,
            @RequestParam(name = "partie", defaultValue = "") String left,
            @RequestParam(name = CHOOSING, defaultValue = "") String choosing,
            Wording wording,
            Model model) {
        if (!permissions.allow(agent, RequestPermission.READ)) {
            return "redirect:/administration";
        }
        var filter = filters.read(agent, form, errors);
        var given = form.given();
        var found = filter.map(wanted -> requests.queue(agent, wanted, QueuePosition.of(after), MOST + 1))
                .orElse(List.of());
        var shown = found.stream().limit(MOST).toList();
        var allowed = acts.stream()
                .filter(act -> permissions.allow(agent, act.permission()))
                .toList();
        var chooses = !choosing.isEmpty() && !allowed.isEmpty();
        model.addAttribute("lines", lines.of(shown, wording.language()));
        model.addAttribute("panels", panels);
        model.addAttribute("acts", allowed);
        model.addAttribute("choosing", chooses);
        model.addAttribute("nothingChosen", choosing.equals(NOTHING_CHOSEN));
        model.addAttribute("opinions", opinions.countAwaitedFrom(agent));
        model.addAttribute("deliveries", deliver.countWaiting(agent));
        model.addAttribute("agent", agent);
        model.addAttribute("view", filter.map(RequestFilter::view).orElse(QueueView.ALL));
        model.addAttribute("query", form.query());
        model.addAttribute("others", others(given));
        model.addAttribute(
                "choices",
                filters.choices(agent, Stream.of(RequestStatus.values()).filter(RequestStatus::isOpen), wording));
        model.addAttribute(
                "chips",
                filter.map(wanted -> filters.chips(form, wanted, ADDRESS, Map.of(), wording))
                        .orElse(List.of()));
        model.addAttribute(
                "count",
                given.isEmpty()
                        ? 0
                        : filter.map(wanted -> requests.countQueue(agent, wanted, FindRequests.COUNTED + 1))
                                .orElse(0));
        model.addAttribute("views", savedViews.of(agent));
        model.addAttribute("exports", exportPage.of(agent, filter.isPresent() && !shown.isEmpty()));
        left(agent, left).ifPresent(elsewhere -> {
            model.addAttribute("left", elsewhere.number().toString());
            model.addAttribute("leftTo", directory.unit(elsewhere.unit()).name().in(wording.language()));
        });
        if (chooses) {
            given.put(CHOOSING, "oui");
        }
        model.addAttribute("first", after.isEmpty() ? null : FilterForm.address(ADDRESS, given));
        if (found.size() > MOST) {
            given.put("apres", shown.getLast().position().toString());
            model.addAttribute("next", FilterForm.address(ADDRESS, given));
        }
        return "desk/queue";
    }

    /** The request that went on to others a moment ago. */
    private Optional<RequestElsewhere> left(Actor.Agent agent, String number) {
        return RequestNumber.of(number)
                .filter(known -> permissions.allow(agent, RequestPermission.FILE))
                .flatMap(known -> readRequests.elsewhere(agent, known));
    }

    /** The address of the same list in another part of the queue goes on with this. */
    private static String others(Map<String, String> given) {
        var others = new LinkedHashMap<>(given);
        others.remove(FilterForm.VIEW);
        return FilterForm.query(others);
    }
}
