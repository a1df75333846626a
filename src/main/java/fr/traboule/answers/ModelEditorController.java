package fr.traboule.answers;

import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.requests.RequestSheet;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes a model answer, new or changed, and shows what it will look like before it is kept. */
@Controller
class ModelEditorController {

    private static final String NEW = ModelsController.ADDRESS + "/nouvelle";
    private static final String CHANGE = ModelsController.ADDRESS + "/{code}/modifier";
    private static final String FORM = "form";

    private final JdbcModels models;
    private final EditModels edit;
    private final ModelViews views;
    private final ModelValues values;
    private final ReadRequests requests;
    private final Subjects subjects;
    private final Directory directory;
    private final Permissions permissions;

    ModelEditorController(
            JdbcModels models,
            EditModels edit,
            ModelViews views,
            ModelValues values,
            ReadRequests requests,
            Subjects subjects,
            Directory directory,
            Permissions permissions) {
        this.models = models;
        this.edit = edit;
        this.views = views;
        this.values = values;
        this.requests = requests;
        this.subjects = subjects;
        this.directory = directory;
        this.permissions = permissions;
    }

    @GetMapping(NEW)
    String ask(Actor.Agent agent, Wording wording, Model model) {
        permissions.require(agent, AnswerPermission.EDIT);
        var owners = owners(agent, wording);
        model.addAttribute(
                FORM,
                ModelForm.blank(owners.stream().map(Option::value).findFirst().orElse("")));
        return page(agent, null, wording, model);
    }

    @PostMapping(NEW)
    String create(
            Actor.Agent agent,
            @Valid @ModelAttribute(FORM) ModelForm form,
            BindingResult errors,
            @RequestParam(name = "apercu", required = false) @Nullable String preview,
            Wording wording,
            Model model) {
        permissions.require(agent, AnswerPermission.EDIT);
        if (isUnreadable(errors)) {
            return page(agent, null, wording, model);
        }
        var content = content(form, agent, errors);
        if (content.isEmpty() || errors.hasErrors()) {
            return page(agent, null, wording, model);
        }
        if (preview != null) {
            preview(agent, content.get(), form, errors, wording, model);
            return page(agent, null, wording, model);
        }
        var done = edit.create(agent, content.get(), ModelForm.typed(form.reason()));
        return "redirect:" + ModelController.address(done.code()) + "?dit=fait";
    }

    @GetMapping(CHANGE)
    String change(Actor.Agent agent, @PathVariable String code, Wording wording, Model model) {
        var answer = find(agent, code);
        model.addAttribute(
                FORM,
                ModelForm.of(answer, directory.unit(answer.content().owner()).code()));
        return page(agent, answer, wording, model);
    }

    @PostMapping(CHANGE)
    String save(
            Actor.Agent agent,
            @PathVariable String code,
            @Valid @ModelAttribute(FORM) ModelForm form,
            BindingResult errors,
            @RequestParam(name = "apercu", required = false) @Nullable String preview,
            Wording wording,
            Model model) {
        var answer = find(agent, code);
        if (isUnreadable(errors)) {
            return page(agent, answer, wording, model);
        }
        var content = content(form, agent, errors);
        var reason = ModelForm.typed(form.reason());
        if (preview == null && reason.isEmpty()) {
            errors.rejectValue("reason", "answers.reason.missing");
        }
        if (content.isEmpty() || errors.hasErrors()) {
            return page(agent, answer, wording, model);
        }
        if (preview != null) {
            preview(agent, content.get(), form, errors, wording, model);
            return page(agent, answer, wording, model);
        }
        var seen = new EditModels.Seen(code, form.version() == null ? -1 : form.version());
        return switch (edit.change(agent, seen, content.get(), reason)) {
            case EditModels.Done done -> "redirect:" + ModelController.address(code) + "?dit=fait";
            case EditModels.ChangedMeanwhile changed -> {
                model.addAttribute("changedMeanwhile", true);
                yield page(agent, answer, wording, model);
            }
        };
    }

    /** Where one field is not even of its type there is no form, and the page says which. */
    private static boolean isUnreadable(BindingResult errors) {
        return errors.getTarget() == null;
    }

    private ModelAnswer find(Actor.Agent agent, String code) {
        permissions.require(agent, AnswerPermission.EDIT);
        var answer = models.byCode(code).orElseThrow(NotFound::new);
        if (!edit.mayEdit(agent, answer.content().owner())) {
            throw new AccessDeniedException(AnswerPermission.EDIT_EVERYWHERE.code());
        }
        return answer;
    }

    /** What was typed, where it can be kept; else what is wrong is said in the errors. */
    private Optional<ModelContent> content(ModelForm form, Actor.Agent agent, BindingResult errors) {
        for (var language : Language.values()) {
            form.text(language)
                    .or(() -> language == Language.FR ? Optional.of("") : Optional.empty())
                    .flatMap(ModelText::problem)
                    .ifPresent(problem -> reject(problem, language, errors));
        }
        var owner = Optional.ofNullable(form.owner()).flatMap(directory::unit);
        if (owner.filter(unit -> edit.mayEdit(agent, unit.id())).isEmpty() && !errors.hasFieldErrors("owner")) {
            errors.rejectValue("owner", "answers.owner.missing");
        }
        if (ModelForm.typed(form.title()).isEmpty() && !errors.hasFieldErrors("title")) {
            errors.rejectValue("title", "answers.title.missing");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new ModelContent(
                        ModelForm.typed(form.title()).orElseThrow(),
                        owner.orElseThrow().id(),
                        Objects.requireNonNull(form.act()),
                        form.chosenSubjects().stream()
                                .filter(code -> subjects.byCode(code).isPresent())
                                .distinct()
                                .toList(),
                        subjects.themes().stream()
                                .map(theme -> theme.code())
                                .filter(form.chosenThemes()::contains)
                                .toList(),
                        form.texts()));
    }

    private static void reject(ModelText.Problem problem, Language language, BindingResult errors) {
        var key = switch (problem.wrong()) {
            case EMPTY -> "answers.wrong.empty";
            case TOO_LONG -> "answers.wrong.tooLong";
            case BRACES -> "answers.wrong.braces";
            case NOT_ALLOWED -> "answers.wrong.notAllowed";
            case UNKNOWN -> "answers.wrong.unknown";
            case SECTION -> "answers.wrong.section";
            case MAY_BE_MISSING -> "answers.wrong.mayBeMissing";
        };
        errors.rejectValue(language.code(), key, new Object[] {problem.part(), Variable.all()}, null);
    }

    private void preview(
            Actor.Agent agent,
            ModelContent content,
            ModelForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var typed = ModelForm.typed(form.number());
        var sheet = typed.flatMap(number -> seen(agent, number));
        if (typed.isPresent() && sheet.isEmpty()) {
            errors.rejectValue("number", "answers.number.wrong");
            return;
        }
        model.addAttribute(
                "previews",
                sheet.map(request -> views.filled(content, language -> values.of(request, agent, language)))
                        .orElseGet(() -> views.sample(content, agent, wording)));
    }

    /** A request of theirs; that they looked at it is kept like any look. */
    private Optional<RequestSheet> seen(Actor.Agent agent, String number) {
        return permissions.allow(agent, RequestPermission.READ)
                ? RequestNumber.of(number).flatMap(known -> requests.seenBy(agent, known))
                : Optional.empty();
    }

    private String page(Actor.Agent agent, @Nullable ModelAnswer answer, Wording wording, Model model) {
        var language = wording.language();
        model.addAttribute("model", answer);
        model.addAttribute("owners", owners(agent, wording));
        model.addAttribute(
                "acts",
                Arrays.stream(AnswerAct.values())
                        .map(act -> Option.of(act.name(), wording.text(act)))
                        .toList());
        model.addAttribute(
                "themes",
                subjects.themes().stream()
                        .map(theme -> Option.of(
                                theme.code(), theme.name().in(language).text()))
                        .toList());
        model.addAttribute(
                "subjects",
                subjects.themes().stream()
                        .flatMap(theme -> theme.subjects().stream()
                                .map(subject -> new Option(
                                        subject.code(),
                                        subject.title().in(language).text(),
                                        theme.name().in(language).text())))
                        .toList());
        model.addAttribute("tryOnRequest", permissions.allow(agent, RequestPermission.READ));
        return "answers/edit";
    }

    private List<Option> owners(Actor.Agent agent, Wording wording) {
        return directory.units().stream()
                .filter(Unit::open)
                .filter(unit -> edit.mayEdit(agent, unit.id()))
                .map(unit -> Option.of(
                        unit.code(), unit.name().in(wording.language()).text()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }
}
