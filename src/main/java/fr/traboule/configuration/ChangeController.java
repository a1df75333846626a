package fr.traboule.configuration;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.records.Change;
import fr.traboule.records.ChangeId;
import fr.traboule.records.Changes;
import fr.traboule.records.ImportProblem.Problem;
import fr.traboule.records.JdbcChanges;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.web.DateFields;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import fr.traboule.works.WorkView;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One change: what it does, line by line, and what is decided about it. */
@Controller
@RequestMapping(ChangeController.ADDRESS)
class ChangeController {

    static final String ADDRESS = ConfigurationPages.ADDRESS + "/changements";
    private static final int ON_A_PAGE = 30;

    private final Changes changes;
    private final JdbcChanges book;
    private final RecordFiles files;
    private final Permissions permissions;
    private final ChangeLines lines;
    private final Differences differences;
    private final AskForWork askForWork;
    private final Clock clock;

    ChangeController(
            Changes changes,
            JdbcChanges book,
            RecordFiles files,
            Permissions permissions,
            ChangeLines lines,
            Differences differences,
            AskForWork askForWork,
            Clock clock) {
        this.changes = changes;
        this.book = book;
        this.files = files;
        this.permissions = permissions;
        this.lines = lines;
        this.differences = differences;
        this.askForWork = askForWork;
        this.clock = clock;
    }

    /**
     * What is decided.
     *
     * @param when {@code now} or {@code day}
     */
    record DecideForm(@Nullable String when, @Nullable DateFields day, int version) {}

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(name = "apres", required = false) @Nullable UUID after,
            Wording wording,
            Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var some = book.list(Optional.ofNullable(after).map(ChangeId::new), ON_A_PAGE + 1);
        var shown = some.subList(0, Math.min(some.size(), ON_A_PAGE));
        model.addAttribute("changes", lines.of(shown, wording));
        model.addAttribute("first", after == null ? null : ADDRESS);
        model.addAttribute(
                "next",
                some.size() > ON_A_PAGE
                        ? ADDRESS + "?apres=" + shown.getLast().id().value()
                        : null);
        return "configuration/changes";
    }

    @GetMapping("/{change}")
    String show(
            Actor actor,
            @PathVariable UUID change,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            Wording wording,
            Model model) {
        var found = find(actor, change);
        model.addAttribute("form", new DecideForm("now", null, found.version()));
        model.addAttribute("done", done);
        return page(found, wording, model);
    }

    @PostMapping("/{change}")
    String decide(
            Actor actor,
            @PathVariable UUID change,
            @ModelAttribute("form") DecideForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var found = find(actor, change);
        var onADay = "day".equals(form.when());
        var day = Optional.ofNullable(form.day()).flatMap(DateFields::date);
        if (onADay && day.isEmpty()) {
            errors.rejectValue("day", "configuration.day.missing");
        } else if (onADay && !day.orElseThrow().isAfter(CityTime.day(clock.instant()))) {
            errors.rejectValue("day", "configuration.day.past");
        }
        if (errors.hasErrors()) {
            return page(found, wording, model);
        }
        var lines = lines(found);
        if (!onADay && lines > Changes.AT_ONCE) {
            var title = wording.text("configuration.work.apply", this.lines.title(found.id(), wording));
            return follow(actor, ChangeWork.applying(title, found, form.version(), lines));
        }
        var seen = new Changes.Seen(found.id(), form.version());
        return after(found, changes.decide(actor, seen, day.filter(due -> onADay)), wording, model);
    }

    @PostMapping("/{change}/abandonner")
    String discard(Actor actor, @PathVariable UUID change, @RequestParam int version, Wording wording, Model model) {
        var found = find(actor, change);
        return after(found, changes.discard(actor, new Changes.Seen(found.id(), version)), wording, model);
    }

    @PostMapping("/{change}/annuler")
    String undo(Actor actor, @PathVariable UUID change, Wording wording, Model model) {
        var found = find(actor, change);
        var lines = lines(found);
        if (lines > Changes.AT_ONCE) {
            var title = wording.text("configuration.work.undo", this.lines.title(found.id(), wording));
            return follow(actor, ChangeWork.undoing(title, found, lines));
        }
        return after(found, changes.draftUndoing(actor, found.id()), wording, model);
    }

    private int lines(Change change) {
        return book.counts(change.id()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** To the page that tells how far it is. */
    private String follow(Actor actor, NewWork work) {
        return "redirect:" + WorkView.address(askForWork.ask(actor, work).id());
    }

    private String after(Change change, Changes.Outcome outcome, Wording wording, Model model) {
        return switch (outcome) {
            case Changes.Drafted drafted ->
                "redirect:" + ADDRESS + "/" + drafted.id().value();
            case Changes.Applied applied -> done(change);
            case Changes.Prepared prepared -> done(change);
            case Changes.NothingToChange nothing -> refused(change, List.of(), "nothing", wording, model);
            case Changes.DecidedMeanwhile decided -> refused(change, List.of(), "meanwhile", wording, model);
            case Changes.Refused refused -> refused(change, refused.problems(), "refused", wording, model);
        };
    }

    private static String done(Change change) {
        return "redirect:" + ADDRESS + "/" + change.id().value() + "?fait";
    }

    private String refused(Change change, List<Problem> problems, String why, Wording wording, Model model) {
        var words = new ProblemWords(files, wording);
        model.addAttribute("why", why);
        model.addAttribute("problems", problems.stream().map(words::inList).toList());
        var now = book.byId(change.id()).orElse(change);
        model.addAttribute("form", new DecideForm("now", null, now.version()));
        return page(now, wording, model);
    }

    private Change find(Actor actor, UUID id) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return book.byId(new ChangeId(id)).orElseThrow(NotFound::new);
    }

    private String page(Change change, Wording wording, Model model) {
        var edits = book.edits(change.id(), Differences.MOST);
        var titles = new RecordTitles(files, wording);
        var words = new ProblemWords(files, wording);
        model.addAttribute("change", change);
        model.addAttribute("title", lines.title(change.id(), wording));
        model.addAttribute("by", lines.by(change, wording));
        model.addAttribute("differences", differences.of(edits, change.dueOn(), titles, wording));
        model.addAttribute(
                "blocked", change.problems().stream().map(words::inList).toList());
        model.addAttribute(
                "closing",
                edits.stream()
                        .filter(edit ->
                                edit.file().equals("units") && edit.columns().contains("closed_on"))
                        .anyMatch(edit -> !edit.after("closed_on").isEmpty()));
        return "configuration/change";
    }
}
