package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.Changes;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.Matching;
import fr.traboule.records.ReceivedFiles;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.records.Upload;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files taken in: ours become a change to look at; of another publisher's, somebody says first which column is which. */
@Controller
@RequestMapping(ImportController.ADDRESS)
class ImportController {

    static final String ADDRESS = ConfigurationPages.ADDRESS + "/import";
    private static final int PROBLEMS_SHOWN = 100;

    private final ReceivedFiles received;
    private final RecordFiles files;
    private final Permissions permissions;
    private final TypedHours typedHours;

    ImportController(ReceivedFiles received, RecordFiles files, Permissions permissions, TypedHours typedHours) {
        this.received = received;
        this.files = files;
        this.permissions = permissions;
        this.typedHours = typedHours;
    }

    record FileForm(
            @Nullable MultipartFile file,
            @Nullable String kind,
            @Nullable String all) {}

    @GetMapping
    String ask(Actor actor, @ModelAttribute("form") FileForm form, Wording wording, Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return page(wording, model);
    }

    @PostMapping
    String receive(
            Actor actor, @ModelAttribute("form") FileForm form, BindingResult errors, Wording wording, Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var file = form.file();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "configuration.import.missing");
            return page(wording, model);
        }
        var kind = Optional.ofNullable(form.kind()).flatMap(files::byName);
        return switch (received.receive(actor, name(file), bytes(file), kind, form.all() != null)) {
            case ReceivedFiles.ToMatch match ->
                "redirect:" + ADDRESS + "/" + match.upload().id();
            case ReceivedFiles.Proposed proposed ->
                after(proposed.outcome(), wording, model).orElseGet(() -> page(wording, model));
        };
    }

    /** To the change, if there is one. */
    private Optional<String> after(Changes.Outcome outcome, Wording wording, Model model) {
        return switch (outcome) {
            case Changes.Drafted drafted ->
                Optional.of("redirect:" + ChangeController.ADDRESS + "/"
                        + drafted.id().value());
            case Changes.NothingToChange nothing -> {
                model.addAttribute("nothing", true);
                yield Optional.empty();
            }
            case Changes.Refused refused -> {
                var words = new ProblemWords(files, wording);
                model.addAttribute("count", refused.problems().size());
                model.addAttribute(
                        "problems",
                        refused.problems().stream()
                                .limit(PROBLEMS_SHOWN)
                                .map(words::inList)
                                .toList());
                yield Optional.empty();
            }
            default -> throw new IllegalStateException("A file makes a draft");
        };
    }

    private static String name(MultipartFile file) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(Wording wording, Model model) {
        var kinds = new ArrayList<Option>();
        kinds.add(Option.of("", wording.text("configuration.import.byName")));
        files.all().forEach(file -> kinds.add(Option.of(file.name(), wording.text("records.file." + file.name()))));
        model.addAttribute("kinds", kinds);
        return "configuration/import";
    }

    @GetMapping("/{upload}")
    String match(
            Actor actor,
            @PathVariable UUID upload,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            Wording wording,
            Model model) {
        var found = received.upload(actor, upload).orElseThrow(NotFound::new);
        var file = files.byName(kind.isEmpty() ? found.kind() : kind);
        if (file.isEmpty()) {
            model.addAttribute("upload", found);
            model.addAttribute(
                    "kinds", files.all().stream().map(RecordFile::name).toList());
            return "configuration/importKind";
        }
        var form = new MapBindingResult(new LinkedHashMap<>(Guess.of(file.get(), found)), "form");
        return matchPage(found, file.get(), form, wording, model);
    }

    @PostMapping("/{upload}")
    String match(
            Actor actor,
            @PathVariable UUID upload,
            @RequestParam("kind") String kind,
            @RequestParam Map<String, String> chosen,
            Wording wording,
            Model model) {
        var found = received.upload(actor, upload).orElseThrow(NotFound::new);
        var file = files.byName(kind).orElseThrow(NotFound::new);
        var form = new MapBindingResult(new LinkedHashMap<>(chosen), "form");
        try {
            var matching = new Matching(sources(file, chosen), typedHours::read);
            var outcome = received.match(actor, found, file, matching, chosen.containsKey("all"));
            return after(outcome, wording, model).orElseGet(() -> matchPage(found, file, form, wording, model));
        } catch (ImportProblem problem) {
            model.addAttribute("count", 1);
            model.addAttribute("problems", List.of(new ProblemWords(files, wording).inList(problem.problem())));
            return matchPage(found, file, form, wording, model);
        }
    }

    private static Map<String, Matching.Source> sources(RecordFile file, Map<String, String> chosen) {
        var sources = new LinkedHashMap<String, Matching.Source>();
        for (var column : file.columns()) {
            var from = chosen.getOrDefault("from_" + column.name(), "");
            var value = chosen.getOrDefault("value_" + column.name(), "").strip();
            if (!from.isEmpty()) {
                sources.put(column.name(), new Matching.From(from));
            } else if (!value.isEmpty()) {
                sources.put(column.name(), new Matching.Always(value));
            }
        }
        return sources;
    }

    private String matchPage(Upload upload, RecordFile file, BindingResult form, Wording wording, Model model) {
        var titles = new RecordTitles(files, wording);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", form);
        model.addAttribute("upload", upload);
        model.addAttribute("file", file);
        model.addAttribute("fields", new Fields(files, titles, wording).toMatch(file));
        var columns = new ArrayList<Option>();
        columns.add(Option.of("", wording.text("configuration.import.noColumn")));
        upload.columns()
                .forEach(column -> columns.add(Option.of(
                        column,
                        upload.sample(column).isEmpty()
                                ? column
                                : wording.text("configuration.import.sample", column, upload.sample(column)))));
        model.addAttribute("columns", columns);
        return "configuration/importMatch";
    }
}
