package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Changes;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.JdbcChanges;
import fr.traboule.records.Line;
import fr.traboule.records.Picture;
import fr.traboule.records.Proposal;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One record as a form. What is typed becomes a change to look at, before anything is applied. */
@Controller
@RequestMapping(RecordsController.ADDRESS)
class RecordController {

    private static final int CHANGES_SHOWN = 20;
    private static final int LONGEST_REASON = 500;

    private final RecordFiles files;
    private final Changes changes;
    private final JdbcChanges book;
    private final Permissions permissions;
    private final ChangeLines lines;
    private final TypedHours typedHours;

    RecordController(
            RecordFiles files,
            Changes changes,
            JdbcChanges book,
            Permissions permissions,
            ChangeLines lines,
            TypedHours typedHours) {
        this.files = files;
        this.changes = changes;
        this.book = book;
        this.permissions = permissions;
        this.lines = lines;
        this.typedHours = typedHours;
    }

    @GetMapping("/nouveau")
    String blank(
            Actor actor,
            @PathVariable String kind,
            @RequestParam Map<String, String> given,
            Wording wording,
            Model model) {
        var file = file(actor, kind);
        var cells = new LinkedHashMap<String, Object>();
        file.columns().forEach(column -> cells.put(column.name(), given.getOrDefault(column.name(), "")));
        return page(file, Optional.empty(), new MapBindingResult(cells, "form"), wording, model);
    }

    @PostMapping("/nouveau")
    String add(
            Actor actor,
            @PathVariable String kind,
            @RequestParam Map<String, String> typed,
            Wording wording,
            Model model) {
        var file = file(actor, kind);
        return propose(actor, file, Optional.empty(), new Typed(typed, Map.of()), wording, model);
    }

    @GetMapping("/fiche")
    String show(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(name = "cle", defaultValue = "") String key,
            Wording wording,
            Model model) {
        var file = file(actor, kind);
        var entry = file.byKey(key).orElse(null);
        if (entry == null && file.key().isEmpty()) {
            return "redirect:" + ConfigurationPages.ADDRESS + "/mise-en-place";
        }
        var found = Optional.ofNullable(entry).orElseThrow(NotFound::new);
        return page(
                file,
                Optional.of(found),
                new MapBindingResult(new LinkedHashMap<>(found.cells()), "form"),
                wording,
                model);
    }

    @PostMapping("/fiche")
    String change(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(name = "cle", defaultValue = "") String key,
            @RequestParam Map<String, String> typed,
            @RequestParam Map<String, MultipartFile> sent,
            Wording wording,
            Model model) {
        var file = file(actor, kind);
        var entry = file.byKey(key).orElseThrow(NotFound::new);
        return propose(actor, file, Optional.of(entry), new Typed(typed, sent), wording, model);
    }

    @PostMapping("/retirer")
    String remove(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(name = "cle") String key,
            Wording wording,
            Model model) {
        var file = file(actor, kind);
        var entry = file.byKey(key).orElseThrow(NotFound::new);
        var form = new MapBindingResult(new LinkedHashMap<>(entry.cells()), "form");
        var proposal = new Proposal(Origin.PAGE, Optional.empty()).remove(file, key);
        return after(changes.draft(actor, proposal), file, Optional.of(entry), form, wording, model);
    }

    /** What the form brings. */
    private record Typed(Map<String, String> words, Map<String, MultipartFile> files) {}

    /** A new one, or none any more; otherwise it stays. */
    private void readPicture(
            String column, Typed typed, Map<String, String> cells, BindingResult form, Wording wording) {
        var sent = typed.files().get(column);
        if (sent != null && !sent.isEmpty()) {
            try {
                cells.put(column, Picture.of(column, sent.getBytes()));
            } catch (ImportProblem problem) {
                var said = new ProblemWords(files, wording).what(problem.problem());
                form.addError(new FieldError("form", column, "", false, null, null, said));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (typed.words().containsKey("no_" + column)) {
            cells.put(column, "");
        }
    }

    private String propose(
            Actor actor, RecordFile file, Optional<Entry> entry, Typed typed, Wording wording, Model model) {
        var cells = cells(file, entry, typed.words());
        var form = new MapBindingResult(new LinkedHashMap<>(cells), "form");
        file.columns().stream()
                .filter(column -> column.kind() == Column.Kind.HOURS)
                .map(Column::name)
                .forEach(column -> typedHours.read(cells, column, form, wording));
        file.columns().stream()
                .filter(column -> column.kind() == Column.Kind.PICTURE)
                .forEach(column -> readPicture(column.name(), typed, cells, form, wording));
        refuseKnown(file, entry, cells, form);
        if (form.hasErrors()) {
            return page(file, entry, form, wording, model);
        }
        var proposal = new Proposal(Origin.PAGE, reason(typed.words())).write(file, new Line(file.name(), 0, cells));
        return after(changes.draft(actor, proposal), file, entry, form, wording, model);
    }

    /** What names a record that is there stays; a box that is not ticked says nothing. */
    private static Map<String, String> cells(RecordFile file, Optional<Entry> entry, Map<String, String> typed) {
        var cells = new LinkedHashMap<String, String>();
        entry.ifPresent(known -> cells.putAll(known.cells()));
        for (var column : file.columns()) {
            var isName = entry.isPresent() && file.key().contains(column.name());
            var isShown = column.kind() != Column.Kind.OUTLINE && column.kind() != Column.Kind.PICTURE;
            if (!isName && isShown) {
                cells.put(column.name(), typed.getOrDefault(column.name(), "").strip());
            }
            cells.putIfAbsent(column.name(), "");
        }
        return cells;
    }

    private static void refuseKnown(
            RecordFile file, Optional<Entry> entry, Map<String, String> cells, BindingResult form) {
        if (entry.isEmpty()
                && !file.key().isEmpty()
                && file.byKey(new Entry(cells).key(file.key())).isPresent()) {
            form.rejectValue(file.key().getFirst(), "configuration.known");
        }
    }

    private static Optional<String> reason(Map<String, String> typed) {
        return Optional.of(typed.getOrDefault("reason", "").strip())
                .filter(reason -> !reason.isEmpty())
                .map(reason -> reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    private String after(
            Changes.Outcome outcome,
            RecordFile file,
            Optional<Entry> entry,
            BindingResult form,
            Wording wording,
            Model model) {
        return switch (outcome) {
            case Changes.Drafted drafted ->
                "redirect:" + ChangeController.ADDRESS + "/" + drafted.id().value();
            case Changes.NothingToChange nothing -> {
                model.addAttribute("nothing", true);
                yield page(file, entry, form, wording, model);
            }
            case Changes.Refused refused -> {
                show(refused, file, form, wording, model);
                yield page(file, entry, form, wording, model);
            }
            case Changes.Applied applied -> throw new IllegalStateException("A draft is not applied");
            case Changes.Prepared prepared -> throw new IllegalStateException("A draft is not prepared");
            case Changes.DecidedMeanwhile decided -> throw new IllegalStateException("A draft is new");
        };
    }

    /** Beside its field where there is one on this page, above the form otherwise. */
    private void show(Changes.Refused refused, RecordFile file, BindingResult form, Wording wording, Model model) {
        var words = new ProblemWords(files, wording);
        for (var problem : refused.problems()) {
            if (problem.file().equals(file.name()) && form.getRawFieldValue(problem.column()) != null) {
                form.addError(new FieldError(
                        "form",
                        problem.column(),
                        form.getRawFieldValue(problem.column()),
                        false,
                        null,
                        null,
                        words.inForm(problem)));
            }
        }
        model.addAttribute(
                "problems",
                refused.problems().stream()
                        .filter(problem -> form.getFieldErrors().stream()
                                .noneMatch(error -> error.getField().equals(problem.column())))
                        .map(words::inList)
                        .toList());
    }

    private RecordFile file(Actor actor, String kind) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return files.byName(kind).orElseThrow(NotFound::new);
    }

    private String page(RecordFile file, Optional<Entry> entry, BindingResult form, Wording wording, Model model) {
        var titles = new RecordTitles(files, wording);
        var key = entry.map(known -> known.key(file.key())).orElse("");
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", form);
        model.addAttribute("file", file);
        model.addAttribute("key", key);
        model.addAttribute("isNew", entry.isEmpty());
        model.addAttribute(
                "title", entry.map(known -> titles.of(file, known)).orElseGet(() -> wording.text("configuration.new")));
        model.addAttribute("fields", new Fields(files, titles, wording).of(file, entry.isEmpty()));
        model.addAttribute(
                "changes", lines.of(entry.isEmpty() ? List.of() : book.of(file, key, CHANGES_SHOWN), wording));
        model.addAttribute(
                "mayClose",
                file.name().equals("units")
                        && entry.filter(unit -> unit.cell("closed_on").isEmpty())
                                .isPresent());
        return "configuration/record";
    }
}
