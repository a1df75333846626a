package fr.traboule.reception;

import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.RequestPermission;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.web.DeskLink;
import fr.traboule.web.NotFound;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The drafts of an agent and of their units: to go on with, to take over, to delete. */
@Controller
@RequestMapping(DraftsController.ADDRESS)
class DraftsController {

    static final String ADDRESS = "/agents/brouillons";
    private static final int MOST = 50;
    private static final int MOST_EXPIRED = 20;
    private static final int EXCERPT = 80;
    private static final UUID FIRST = new UUID(0, 0);

    private final KeepDrafts keepDrafts;
    private final ConflictWords conflictWords;
    private final Origin.Finder origins;
    private final Subjects subjects;
    private final Directory directory;
    private final AccountNames names;
    private final Clock clock;

    DraftsController(
            KeepDrafts keepDrafts,
            ConflictWords conflictWords,
            Origin.Finder origins,
            Subjects subjects,
            Directory directory,
            AccountNames names,
            Clock clock) {
        this.keepDrafts = keepDrafts;
        this.conflictWords = conflictWords;
        this.origins = origins;
        this.subjects = subjects;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    @Bean
    @Order(3)
    static DeskLink draftsLink() {
        return new DeskLink(ADDRESS, "reception.drafts.title", RequestPermission.FILE);
    }

    /**
     * A draft as a line.
     *
     * @param excerpt its first words
     */
    record DraftLine(
            Draft draft,
            boolean mine,
            Optional<Words> subject,
            String excerpt,
            String holder,
            Optional<Words> unit,
            boolean endsSoon) {}

    /** What the page is told that saves by itself. */
    record SavedAnswer(@Nullable Integer version, String words) {}

    @GetMapping
    String show(
            Actor.Agent agent,
            Wording wording,
            @RequestParam(name = "apres", required = false) @Nullable UUID after,
            Model model) {
        var found = keepDrafts.open(agent, after == null ? FIRST : after, MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute(
                "lines",
                shown.stream().map(draft -> line(agent, draft, wording)).toList());
        model.addAttribute(
                "expired",
                after == null
                        ? keepDrafts.expired(agent, MOST_EXPIRED).stream()
                                .map(draft -> line(agent, draft, wording))
                                .toList()
                        : List.of());
        model.addAttribute("first", after == null ? null : ADDRESS);
        model.addAttribute(
                "next",
                found.size() > MOST ? ADDRESS + "?apres=" + shown.getLast().id() : null);
        return "reception/drafts";
    }

    @GetMapping("/{id}")
    String draft(Actor.Agent agent, @PathVariable UUID id, Wording wording, Model model) {
        var draft = keepDrafts.seenBy(agent, id).orElseThrow(NotFound::new);
        model.addAttribute("line", line(agent, draft, wording));
        model.addAttribute("origin", origins.of(agent, id));
        model.addAttribute(
                "story",
                keepDrafts.story(draft).stream()
                        .map(told -> new TimelineEntry(
                                told.at(),
                                wording.text(DraftFact.of(told.kind())),
                                told.account().map(names::of).orElse(null),
                                null,
                                false))
                        .toList());
        return "reception/draft";
    }

    /** Saves by itself what is on the page, for its script. */
    @PostMapping("/{id}")
    ResponseEntity<SavedAnswer> save(
            Actor.Agent agent,
            @PathVariable UUID id,
            @ModelAttribute("form") @Nullable NewRequestForm form,
            BindingResult errors,
            Wording wording) {
        if (form == null || !id.equals(form.key())) {
            return ResponseEntity.badRequest().body(new SavedAnswer(null, wording.text("reception.draft.notSaved")));
        }
        return switch (keepDrafts.save(agent, form, List.of())) {
            case KeepDrafts.Saved saved ->
                ResponseEntity.ok(
                        new SavedAnswer(saved.draft().version(), conflictWords.saved(saved.draft(), wording)));
            case KeepDrafts.TooMuch tooMuch ->
                ResponseEntity.badRequest()
                        .body(new SavedAnswer(null, wording.text("reception.new.description.tooLong")));
            case KeepDrafts.Conflict conflict ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new SavedAnswer(null, conflictWords.of(conflict, wording)));
        };
    }

    @PostMapping("/{id}/reprendre")
    String takeOver(Actor.Agent agent, @PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
        if (!keepDrafts.takeOver(agent, id, version)) {
            redirect.addFlashAttribute("changedMeanwhile", true);
            return "redirect:" + ADDRESS + "/" + id;
        }
        return "redirect:" + NewRequestController.ADDRESS + "?brouillon=" + id;
    }

    /** What goes for good is asked once more. */
    @GetMapping("/{id}/supprimer")
    String confirm(Actor.Agent agent, @PathVariable UUID id, Wording wording, Model model) {
        var draft = keepDrafts.mine(agent, id).orElseThrow(NotFound::new);
        model.addAttribute("line", line(agent, draft, wording));
        return "reception/deleteDraft";
    }

    @PostMapping("/{id}/supprimer")
    String delete(Actor.Agent agent, @PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
        if (!keepDrafts.delete(agent, id, version)) {
            redirect.addFlashAttribute("changedMeanwhile", true);
            return "redirect:" + ADDRESS + "/" + id;
        }
        redirect.addFlashAttribute("deleted", true);
        return "redirect:" + ADDRESS;
    }

    private DraftLine line(Actor.Agent agent, Draft draft, Wording wording) {
        var form = draft.content();
        var words =
                form.flatMap(typed -> NewRequestForm.given(typed.description())).orElse("");
        return new DraftLine(
                draft,
                draft.isHeldBy(agent.account()),
                form.flatMap(typed -> Optional.ofNullable(typed.subject()))
                        .flatMap(subjects::byCode)
                        .map(Subject::title)
                        .map(title -> title.in(wording.language())),
                words.length() <= EXCERPT ? words : words.substring(0, words.offsetByCodePoints(0, EXCERPT / 2)) + "…",
                names.of(draft.holder()),
                draft.unit().map(unit -> unit(unit, wording)),
                draft.endsSoon(clock.instant()));
    }

    private Words unit(UnitId unit, Wording wording) {
        return directory.unit(unit).name().in(wording.language());
    }
}
