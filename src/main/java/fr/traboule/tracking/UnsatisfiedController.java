package fr.traboule.tracking;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Throttle;
import fr.traboule.requests.Channel;
import fr.traboule.requests.Complaints;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whoever is not satisfied with what became of their request complains, or turns to the mediator: one click from its page. */
@Controller
@RequestMapping("/suivi/{number}")
class UnsatisfiedController {

    private static final Throttle.Limit FOR_NUMBER = new Throttle.Limit("tracking-complaints", 3, Duration.ofDays(1));

    private final Complaints complaints;
    private final TrackingPage page;
    private final Directory directory;
    private final Throttle throttle;

    UnsatisfiedController(Complaints complaints, TrackingPage page, Directory directory, Throttle throttle) {
        this.complaints = complaints;
        this.page = page;
        this.directory = directory;
        this.throttle = throttle;
    }

    /** @param key made with the form: sent twice, it is one complaint */
    record ComplaintForm(
            @Nullable UUID key,

            @NotBlank(message = "{tracking.complaint.missing}")
            @Size(max = 10_000, message = "{tracking.say.tooLong}")
            @Nullable
            String words) {}

    @GetMapping("/reclamation")
    String ask(@PathVariable String number, HttpServletRequest request, Wording wording, Model model) {
        model.addAttribute("form", new ComplaintForm(RequestId.next().value(), null));
        return page.show("tracking/complaint", number, request, wording, model);
    }

    @PostMapping("/reclamation")
    String complain(
            @PathVariable String number,
            @Valid @ModelAttribute("form") ComplaintForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Wording wording,
            Model model) {
        var about = held(number, request);
        if (about.isEmpty() || errors.hasErrors() || form.key() == null) {
            return page.show("tracking/complaint", number, request, wording, model);
        }
        if (throttle.reached(FOR_NUMBER, about.get().number().signs())) {
            errors.rejectValue("words", "tracking.complaint.tooMany");
            return page.show("tracking/complaint", number, request, wording, model);
        }
        var complaint = new Complaints.Complaint(
                new RequestId(form.key()), Channel.WEB, wording.language(), Objects.requireNonNull(form.words()));
        return complaints
                .complain(about.get(), complaint)
                .map(receipt -> received(receipt, about.get(), request, response))
                .orElse("redirect:/suivi");
    }

    private String received(Receipt receipt, Receipt about, HttpServletRequest request, HttpServletResponse response) {
        throttle.count(FOR_NUMBER, about.number().signs());
        response.addHeader(
                HttpHeaders.SET_COOKIE, TrackingAccess.cookie(receipt, request).toString());
        return "redirect:" + TrackingPage.address(receipt.number()) + "/recu";
    }

    @GetMapping("/mediateur")
    String mediator(@PathVariable String number, HttpServletRequest request, Wording wording, Model model) {
        model.addAttribute("mediator", directory.settings().mediator().orElse(null));
        return page.show("tracking/mediator", number, request, wording, model);
    }

    private static Optional<Receipt> held(String number, HttpServletRequest request) {
        return RequestNumber.of(number).flatMap(wanted -> TrackingAccess.held(request, wanted));
    }
}
