package fr.traboule.tracking;

import fr.traboule.ground.access.Throttle;
import fr.traboule.requests.ContactForm;
import fr.traboule.requests.PersonActs;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.TakeFiles;
import fr.traboule.residents.AnswerWay;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** What somebody does with the request that they follow: tell more, ask where it is, open it again, give it up. */
@Controller
@RequestMapping("/suivi/{number}")
class PersonController {

    private static final Throttle.Limit FOR_NUMBER = new Throttle.Limit("tracking-acts", 20, Duration.ofHours(1));

    /** What came of it, as the page is told. */
    static final Set<String> TOLD =
            Set.of("replied", "reopened", "chased", "withdrawn", "already_today", "not_now", "way", "tooMany");

    /** With one reply. */
    private static final int MOST_FILES = 3;

    private final PersonActs person;
    private final TakeFiles takeFiles;
    private final TrackingPage page;
    private final Throttle throttle;

    PersonController(PersonActs person, TakeFiles takeFiles, TrackingPage page, Throttle throttle) {
        this.person = person;
        this.takeFiles = takeFiles;
        this.page = page;
        this.throttle = throttle;
    }

    /** What they write. */
    record WordsForm(
            @Size(max = 10_000, message = "{tracking.say.tooLong}") @Nullable
            String words,

            @Nullable List<MultipartFile> files) {

        static final WordsForm BLANK = new WordsForm(null, null);
    }

    @PostMapping("/repondre")
    String reply(
            @PathVariable String number,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            HttpServletRequest request,
            Wording wording,
            Model model) {
        if (!hasWords(form, errors) || held(number, request).isEmpty()) {
            return page.show(number, request, wording, model);
        }
        var files = takeFiles.take(TakeFiles.chosen(form.files()), MOST_FILES, MOST_FILES, errors);
        return errors.hasErrors()
                ? page.show(number, request, wording, model)
                : after(number, request, "replied", receipt -> person.reply(receipt, words(form), files));
    }

    @PostMapping("/rouvrir")
    String reopen(
            @PathVariable String number,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            HttpServletRequest request,
            Wording wording,
            Model model) {
        return hasWords(form, errors)
                ? after(number, request, "reopened", receipt -> person.reopen(receipt, words(form)))
                : page.show(number, request, wording, model);
    }

    @PostMapping("/relancer")
    String chase(@PathVariable String number, HttpServletRequest request) {
        return after(number, request, "chased", person::chase);
    }

    @PostMapping("/retirer")
    String withdraw(@PathVariable String number, HttpServletRequest request) {
        return after(number, request, "withdrawn", person::withdraw);
    }

    /** How they want to be answered from now on. */
    record WayForm(
            @Nullable Integer version,
            @Nullable AnswerWay way,
            @Valid ContactForm contact) {

        WayForm {
            contact = Objects.requireNonNullElse(contact, ContactForm.BLANK);
        }
    }

    /** In one click; what it needs and is not known is asked on a page of its own. */
    @PostMapping("/reponse")
    String answerBy(
            @PathVariable String number,
            @Valid @ModelAttribute("form") WayForm form,
            BindingResult errors,
            HttpServletRequest request,
            Wording wording,
            Model model) {
        var receipt = RequestNumber.of(number).flatMap(wanted -> TrackingAccess.held(request, wanted));
        if (receipt.isEmpty() || errors.getTarget() == null) {
            return "redirect:/suivi";
        }
        var way = form.way();
        var version = form.version();
        if (way == null || version == null) {
            return "redirect:/suivi";
        }
        if (errors.hasErrors()) {
            return page.askReach(number, way, request, wording, model);
        }
        if (throttle.reached(FOR_NUMBER, receipt.get().number().signs())) {
            return told(receipt.get(), "tooMany");
        }
        throttle.count(FOR_NUMBER, receipt.get().number().signs());
        return switch (person.answerBy(receipt.get(), version, way, form.contact())) {
            case DONE -> told(receipt.get(), "way");
            case NEEDS_MORE -> {
                page.missing(receipt.get(), way, form.contact())
                        .forEach(field ->
                                errors.rejectValue("contact." + field, "requests.contact." + field + ".missing"));
                yield page.askReach(number, way, request, wording, model);
            }
            case ALREADY_TODAY, NOT_NOW -> told(receipt.get(), "not_now");
        };
    }

    private static String told(Receipt receipt, String what) {
        return "redirect:" + TrackingPage.address(receipt.number()) + "?fait=" + what;
    }

    private static boolean hasWords(WordsForm form, BindingResult errors) {
        if (words(form).isBlank()) {
            errors.rejectValue("words", "tracking.say.missing");
        }
        return !errors.hasErrors();
    }

    private static String words(WordsForm form) {
        return Objects.requireNonNullElse(form.words(), "");
    }

    private String after(
            String number, HttpServletRequest request, String done, Function<Receipt, PersonActs.Outcome> act) {
        return held(number, request)
                .map(held -> "redirect:" + TrackingPage.address(held.number()) + "?fait=" + told(held, done, act))
                .orElse("redirect:/suivi");
    }

    private static Optional<Receipt> held(String number, HttpServletRequest request) {
        return RequestNumber.of(number).flatMap(wanted -> TrackingAccess.held(request, wanted));
    }

    private String told(Receipt receipt, String done, Function<Receipt, PersonActs.Outcome> act) {
        if (throttle.reached(FOR_NUMBER, receipt.number().signs())) {
            return "tooMany";
        }
        throttle.count(FOR_NUMBER, receipt.number().signs());
        return switch (act.apply(receipt)) {
            case DONE -> done;
            case ALREADY_TODAY -> "already_today";
            case NOT_NOW, NEEDS_MORE -> "not_now";
        };
    }
}
