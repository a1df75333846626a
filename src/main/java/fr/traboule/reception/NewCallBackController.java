package fr.traboule.reception;

import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.FindPerson;
import fr.traboule.requests.RequestNumber;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody asks to be called: alone, or about a request. */
@Controller
@RequestMapping("/agents/rappels/nouveau")
class NewCallBackController {

    private static final String FORM = "form";

    private final AskCallBack askCallBack;
    private final FindPerson findPerson;
    private final Subjects subjects;
    private final Directory directory;
    private final AgentUnits units;
    private final NewRequestPage requestPage;
    private final Permissions permissions;
    private final WorkingDays workingDays;
    private final Clock clock;

    NewCallBackController(
            AskCallBack askCallBack,
            FindPerson findPerson,
            Subjects subjects,
            Directory directory,
            AgentUnits units,
            NewRequestPage requestPage,
            Permissions permissions,
            WorkingDays workingDays,
            Clock clock) {
        this.askCallBack = askCallBack;
        this.findPerson = findPerson;
        this.subjects = subjects;
        this.directory = directory;
        this.units = units;
        this.requestPage = requestPage;
        this.permissions = permissions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @GetMapping
    String ask(
            Actor.Agent agent,
            @RequestParam(name = "demande", defaultValue = "") String number,
            Wording wording,
            Model model) {
        permissions.require(agent, ReceptionPermission.CALL_BACK);
        var known = RequestNumber.of(number);
        var blank = NewCallBackForm.about(known.map(RequestNumber::toString).orElse(null));
        var form = known.flatMap(asked -> findPerson.known(agent, asked))
                .map(person -> blank.calling(person.contact(), person.language()))
                .orElse(blank);
        return page(form, wording, model.addAttribute(FORM, form));
    }

    /** From the screen for whoever is there, with what was typed there. */
    @PostMapping(params = "preparer")
    String prepare(
            Actor.Agent agent,
            @ModelAttribute("typed") NewRequestForm typed,
            BindingResult unread,
            Wording wording,
            Model model) {
        permissions.require(agent, ReceptionPermission.CALL_BACK);
        var form = NewCallBackForm.of(typed);
        return page(form, wording, model.addAttribute(FORM, form));
    }

    @PostMapping(params = {"!preparer", "chercher"})
    String search(
            Actor.Agent agent,
            @ModelAttribute(FORM) NewCallBackForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        permissions.require(agent, ReceptionPermission.CALL_BACK);
        return page(form, wording, model);
    }

    @PostMapping(params = {"!preparer", "!chercher"})
    String ask(
            Actor.Agent agent,
            @Valid @ModelAttribute(FORM) NewCallBackForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var window = form.window();
        if (window.isEmpty()) {
            errors.rejectValue("span", "reception.callBack.when.missing");
        }
        var number = NewRequestForm.given(form.number()).map(RequestNumber::of);
        if (number.isPresent() && number.get().isEmpty()) {
            errors.rejectValue("number", "reception.callBack.number.wrong");
        }
        if (form.isSubjectOpen()
                && !requestPage
                        .found(null, form.subjectWords(), wording.language())
                        .isEmpty()) {
            errors.rejectValue("subject", "reception.new.subject.missing");
        }
        if (errors.hasErrors()) {
            return page(form, wording, model);
        }
        var wanted = new NewCallBack(
                new CallBackId(Objects.requireNonNull(form.key())),
                form.caller(),
                window.orElseThrow(),
                form.spoken(),
                Optional.ofNullable(form.subject()).flatMap(subjects::byCode),
                NewRequestForm.given(form.unit()).flatMap(directory::unit).map(Unit::id),
                number.flatMap(known -> known),
                clock.instant());
        return switch (askCallBack.ask(agent, wanted)) {
            case AskCallBack.Asked asked -> {
                redirect.addFlashAttribute("asked", asked.unit().value());
                yield "redirect:" + CallBacksController.ADDRESS;
            }
            case AskCallBack.WrongTime wrong ->
                again("span", "reception.callBack.when.over", errors, form, wording, model);
            case AskCallBack.UnknownRequest unknown ->
                again("number", "reception.callBack.number.wrong", errors, form, wording, model);
            case AskCallBack.NoUnit none ->
                again("unit", "reception.callBack.unit.missing", errors, form, wording, model);
        };
    }

    private String again(
            String field, String problem, BindingResult errors, NewCallBackForm form, Wording wording, Model model) {
        errors.rejectValue(field, problem);
        return page(form, wording, model);
    }

    private String page(NewCallBackForm form, Wording wording, Model model) {
        var language = wording.language();
        model.addAttribute(
                "days",
                CallWindow.days(clock.instant(), workingDays).stream()
                        .map(day -> Option.of(day.toString(), StringUtils.capitalize(wording.longDate(day))))
                        .toList());
        model.addAttribute(
                "spans",
                CallWindow.SPANS.stream()
                        .map(span -> Option.of(span.code(), StringUtils.capitalize(CallBackViews.span(span, wording))))
                        .toList());
        model.addAttribute(
                "subjects",
                requestPage.found(form.subject(), form.subjectWords(), language).stream()
                        .map(subject -> subject.option(language))
                        .toList());
        model.addAttribute("languages", NewRequestPage.languages());
        model.addAttribute(
                "units",
                Stream.concat(
                                Stream.of(Option.of("", wording.text("reception.callBack.unit.fitting"))),
                                units.all(language).stream())
                        .toList());
        return "reception/newCallBack";
    }
}
