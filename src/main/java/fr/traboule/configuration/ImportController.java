package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.NewWork;
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
import fr.traboule.works.WorkView;
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

    private final ReceivedFiles received;
    private final RecordFiles files;
    private final Permissions permissions;
    private final AskForWork askForWork;

    ImportController(ReceivedFiles received, RecordFiles files, Permissions permissions, AskForWork askForWork) {
        this.received = received;
        this.files = files;
        this.permissions = permissions;
        this.askForWork = askForWork;
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
            case ReceivedFiles.TakesLong lines -> {
                var read = ChangeWork.reading(
                        wording.text("configuration.work.read", name(file)),
                        lines,
                        kind.map(RecordFile::name).orElse(""),
                        form.all() != null,
                        Map.of());
                yield follow(actor, read);
            }
        };
    }

    /** To the page that tells how far it is. */
    private String follow(Actor actor, NewWork work) {
        return "redirect:" + WorkView.address(askForWork.ask(actor, work).id());
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
                new ProblemWords(files, wording).show(refused.problems(), model);
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
            var matching = MatchingForm.read(file, chosen).orElseGet(() -> new Matching(Map.of()));
            var saysAll = chosen.containsKey("all");
            return switch (received.match(actor, found, file, matching, saysAll)) {
                case ReceivedFiles.Proposed proposed ->
                    after(proposed.outcome(), wording, model)
                            .orElseGet(() -> matchPage(found, file, form, wording, model));
                case ReceivedFiles.TakesLong lines -> {
                    var title = wording.text("configuration.work.read", found.name());
                    yield follow(actor, ChangeWork.reading(title, lines, kind, saysAll, MatchingForm.of(chosen)));
                }
                case ReceivedFiles.ToMatch match -> throw new IllegalStateException("It is matched");
            };
        } catch (ImportProblem problem) {
            new ProblemWords(files, wording).show(List.of(problem.problem()), model);
            return matchPage(found, file, form, wording, model);
        }
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
