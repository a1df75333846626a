package fr.traboule.paper;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.StorageUnreachable;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.web.DateFields;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mail: where scanned letters are brought in, those to qualify, and the register of all that ever came. */
@Controller
@RequestMapping(LettersController.ADDRESS)
class LettersController {

    static final String ADDRESS = "/agents/courrier";
    private static final int MOST = 50;
    private static final UUID LAST = new UUID(-1, -1);

    private final ReadLetters readLetters;
    private final TakeLetters takeLetters;
    private final LetterViews views;
    private final OwnUnits units;
    private final LettersSettings settings;
    private final Permissions permissions;
    private final Clock clock;

    LettersController(
            ReadLetters readLetters,
            TakeLetters takeLetters,
            LetterViews views,
            OwnUnits units,
            LettersSettings settings,
            Permissions permissions,
            Clock clock) {
        this.readLetters = readLetters;
        this.takeLetters = takeLetters;
        this.views = views;
        this.units = units;
        this.settings = settings;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Bean
    @Order(5)
    static DeskLink lettersLink() {
        return new DeskLink(ADDRESS, "paper.letters.title", PaperPermission.HANDLE_LETTERS);
    }

    @GetMapping
    String toQualify(
            Actor.Agent agent,
            Wording wording,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Model model) {
        model.addAttribute("form", LettersForm.on(today()));
        return page(agent, after, wording, model);
    }

    @PostMapping
    String take(
            Actor.Agent agent,
            @ModelAttribute("form") LettersForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        permissions.require(agent, PaperPermission.HANDLE_LETTERS);
        var unit = units.chosen(agent, form.unit());
        var day = stamp(form, errors);
        if (unit.isEmpty()) {
            errors.rejectValue("unit", "paper.letters.unit.missing");
        }
        if (form.chosen().isEmpty()) {
            errors.rejectValue("files", "paper.letters.files.missing");
        } else if (errors.hasErrors()) {
            errors.rejectValue("files", "paper.letters.files.again");
        }
        if (errors.hasErrors()) {
            return page(agent, "", wording, model);
        }
        takeAll(agent, form, day.orElseThrow(), unit.orElseThrow(), redirect);
        return "redirect:" + ADDRESS;
    }

    private Optional<LocalDate> stamp(LettersForm form, BindingResult errors) {
        var stamp = Optional.ofNullable(form.stampedOn());
        var day = stamp.flatMap(DateFields::date);
        if (day.isEmpty()) {
            errors.rejectValue(
                    "stampedOn",
                    stamp.map(DateFields::isEmpty).orElse(true)
                            ? "paper.letters.stamp.missing"
                            : "paper.letters.stamp.wrong");
        } else if (day.get().isAfter(today())) {
            errors.rejectValue("stampedOn", "paper.letters.stamp.future");
        } else if (day.get().isBefore(today().minus(ReceiveRequest.EARLIEST))) {
            errors.rejectValue("stampedOn", "paper.letters.stamp.tooOld");
        }
        return day;
    }

    /** Each by itself: what one is, or that it cannot be kept now, says nothing of the others. */
    private void takeAll(Actor.Agent agent, LettersForm form, LocalDate day, Unit unit, RedirectAttributes redirect) {
        var taken = 0;
        var troubled = 0;
        var again = new ArrayList<String>();
        var notKept = new ArrayList<String>();
        var place = 0;
        for (var file : form.chosen()) {
            var name = FileCheck.safe(
                    Optional.ofNullable(file.getOriginalFilename()).orElse(""));
            var scan = TakeLetters.Scan.of(name, bytes(file), day, unit.id(), form.key() + " " + place++);
            try {
                switch (takeLetters.take(agent, scan)) {
                    case TakeLetters.Taken known -> {
                        taken++;
                        troubled += known.condition().isReadable() ? 0 : 1;
                    }
                    case TakeLetters.AlreadyThere there -> again.add(name);
                }
            } catch (StorageUnreachable away) {
                notKept.add(name);
            }
        }
        redirect.addFlashAttribute("taken", taken);
        redirect.addFlashAttribute("troubled", troubled);
        redirect.addFlashAttribute("again", wordsOf(again));
        redirect.addFlashAttribute("notKept", wordsOf(notKept));
    }

    private static String wordsOf(ArrayList<String> names) {
        return String.join(", ", names);
    }

    private String page(Actor.Agent agent, String after, Wording wording, Model model) {
        var position = Letter.Position.of(after);
        var found = readLetters.toQualify(agent, position.orElse(Letter.Position.START), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute("lines", views.lines(shown, wording));
        model.addAttribute("units", units.options(agent, wording.language()));
        model.addAttribute("watched", settings.watched().isPresent());
        model.addAttribute("first", position.isPresent() ? ADDRESS : null);
        model.addAttribute(
                "next",
                found.size() > MOST ? ADDRESS + "?apres=" + shown.getLast().position() : null);
        return "paper/letters";
    }

    @GetMapping("/registre")
    String register(
            Actor.Agent agent,
            Wording wording,
            @RequestParam(name = "avant", required = false) UUID before,
            Model model) {
        var found = readLetters.register(agent, before == null ? LAST : before, MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute("lines", views.lines(shown, wording));
        model.addAttribute("first", before == null ? null : ADDRESS + "/registre");
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? ADDRESS + "/registre?avant=" + shown.getLast().id().value()
                        : null);
        return "paper/register";
    }

    private LocalDate today() {
        return CityTime.day(clock.instant());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
