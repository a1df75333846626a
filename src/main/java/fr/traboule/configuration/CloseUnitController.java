package fr.traboule.configuration;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Changes;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.Proposal;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closes a unit or joins it to another: what it has in hand, its agents, its subjects and the units inside it go there. */
@Controller
@RequestMapping(CloseUnitController.ADDRESS)
class CloseUnitController {

    static final String ADDRESS = ConfigurationPages.ADDRESS + "/units/fermer";
    private static final String UNITS = "units";

    private final RecordFiles files;
    private final Changes changes;
    private final Permissions permissions;
    private final Clock clock;

    CloseUnitController(RecordFiles files, Changes changes, Permissions permissions, Clock clock) {
        this.files = files;
        this.changes = changes;
        this.permissions = permissions;
        this.clock = clock;
    }

    record CloseForm(@Nullable String successor) {}

    @GetMapping
    String ask(
            Actor actor,
            @RequestParam("cle") String key,
            @ModelAttribute("form") CloseForm form,
            Wording wording,
            Model model) {
        return page(open(actor, key), List.of(), wording, model);
    }

    @PostMapping
    String close(
            Actor actor,
            @RequestParam("cle") String key,
            @ModelAttribute("form") CloseForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var unit = open(actor, key);
        var successor = Optional.ofNullable(form.successor()).filter(code -> !code.isEmpty());
        if (successor.isEmpty()) {
            errors.rejectValue("successor", "configuration.close.missing");
            return page(unit, List.of(), wording, model);
        }
        return switch (changes.draft(actor, closing(unit, successor.get()))) {
            case Changes.Drafted drafted ->
                "redirect:" + ChangeController.ADDRESS + "/" + drafted.id().value();
            case Changes.Refused refused -> {
                var words = new ProblemWords(files, wording);
                yield page(unit, refused.problems().stream().map(words::inList).toList(), wording, model);
            }
            default -> throw new IllegalStateException("A unit that was open closes, or cannot");
        };
    }

    /** The day is that of the drafting: a change prepared for later says so beside it. */
    private Proposal closing(Entry unit, String successor) {
        var proposal = new Proposal(Origin.PAGE, Optional.empty());
        var today = CityTime.day(clock.instant()).toString();
        RecordFiles.read(units()).values().stream()
                .filter(other -> other.cell("parent").equals(unit.cell("code")))
                .filter(other -> other.cell("closed_on").isEmpty())
                .map(inside -> inside.cell("code").equals(successor)
                        ? line(inside, Map.of("parent", unit.cell("parent")))
                        : line(inside, Map.of("parent", successor)))
                .forEach(line -> proposal.write(units(), line));
        return proposal.write(units(), line(unit, Map.of("closed_on", today, "successor", successor)));
    }

    private static Line line(Entry unit, Map<String, String> changed) {
        var cells = new HashMap<>(unit.cells());
        cells.putAll(changed);
        return new Line(UNITS, 0, cells);
    }

    private RecordFile units() {
        return files.byName(UNITS).orElseThrow();
    }

    private Entry open(Actor actor, String key) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return Optional.ofNullable(RecordFiles.read(units()).get(key))
                .filter(unit -> unit.cell("closed_on").isEmpty())
                .orElseThrow(NotFound::new);
    }

    private String page(Entry unit, List<String> problems, Wording wording, Model model) {
        var titles = new RecordTitles(files, wording);
        var column = units().columns().stream()
                .filter(known -> known.name().equals("successor"))
                .findFirst()
                .orElseThrow();
        var options = new Fields(files, titles, wording)
                .references(column).stream()
                        .filter(option -> !option.value().equals(unit.cell("code")))
                        .toList();
        model.addAttribute("key", unit.cell("code"));
        model.addAttribute("title", titles.of(units(), unit));
        model.addAttribute("successors", options);
        model.addAttribute("problems", problems);
        return "configuration/closeUnit";
    }
}
