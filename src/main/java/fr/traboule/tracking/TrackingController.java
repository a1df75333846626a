package fr.traboule.tracking;

import fr.traboule.ground.access.Throttle;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.Receipts;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestSheet;
import fr.traboule.requests.ReserveNumbers;
import fr.traboule.requests.TrackingSecret;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Following a request: the number and the secret, or the link that has both, open its page and its receipt. */
@Controller
class TrackingController {

    private static final Throttle.Limit FROM_PLACE = new Throttle.Limit("tracking-place", 30, Duration.ofMinutes(10));
    private static final Throttle.Limit FOR_NUMBER = new Throttle.Limit("tracking-number", 10, Duration.ofHours(1));

    /** Pages about a request that a message may lead to at once. */
    private static final Set<String> PARTS = Set.of("reclamation", "mediateur");

    private final ReadRequests requests;
    private final Receipts receipts;
    private final TrackedRequests tracked;
    private final TrackingPage page;
    private final ReserveNumbers numbers;
    private final Throttle throttle;

    TrackingController(
            ReadRequests requests,
            Receipts receipts,
            TrackedRequests tracked,
            TrackingPage page,
            ReserveNumbers numbers,
            Throttle throttle) {
        this.requests = requests;
        this.receipts = receipts;
        this.tracked = tracked;
        this.page = page;
        this.numbers = numbers;
        this.throttle = throttle;
    }

    @GetMapping("/suivi")
    String ask(
            @ModelAttribute("form") TrackForm form,
            @RequestParam(name = "papier", required = false) @Nullable String paper,
            Model model) {
        model.addAttribute("onPaper", paper != null);
        return "tracking/find";
    }

    @PostMapping("/suivi")
    String find(
            @Valid @ModelAttribute("form") TrackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            return "tracking/find";
        }
        var number = form.requestNumber();
        if (number.isEmpty()) {
            errors.rejectValue("number", "tracking.find.number.wrong");
            return "tracking/find";
        }
        if (tooMany(number.get(), request)) {
            errors.rejectValue("number", "tracking.find.tooMany");
            return "tracking/find";
        }
        var secret = form.trackingSecret();
        if (!opens(number.get(), secret, request, response)) {
            errors.rejectValue(
                    "secret", isOnPaper(number.get(), secret) ? "tracking.find.onPaper" : "tracking.find.wrong");
            return "tracking/find";
        }
        return toPage(number.get());
    }

    /** With the code in the address, as in the QR code and in messages: it is put away in the cookie at once. */
    @GetMapping(value = "/suivi/{number}", params = "code")
    String follow(
            @PathVariable String number,
            @RequestParam String code,
            @RequestParam(name = "vers", defaultValue = "") String part,
            HttpServletRequest request,
            HttpServletResponse response) {
        var to = PARTS.contains(part) ? "/" + part : "";
        return RequestNumber.of(number)
                .filter(wanted -> !tooMany(wanted, request))
                .filter(wanted -> opens(wanted, TrackingSecret.of(code), request, response))
                .map(wanted -> toPage(wanted) + to)
                .orElseGet(() -> RequestNumber.of(number)
                        .filter(wanted -> !tooMany(wanted, request))
                        .filter(wanted -> isOnPaper(wanted, TrackingSecret.of(code)))
                        .map(wanted -> "redirect:/suivi?papier=oui")
                        .orElse("redirect:/suivi"));
    }

    /** Written by hand while the program did not answer. */
    private boolean isOnPaper(RequestNumber number, Optional<TrackingSecret> secret) {
        return secret.filter(typed -> numbers.isOnPaper(number, typed)).isPresent();
    }

    @GetMapping("/suivi/{number}")
    String show(
            @PathVariable String number,
            @RequestParam(name = "fait", required = false) @Nullable String told,
            HttpServletRequest request,
            Wording wording,
            Model model) {
        model.addAttribute("form", PersonController.WordsForm.BLANK);
        model.addAttribute("told", told != null && PersonController.TOLD.contains(told) ? told : null);
        return page.show(number, request, wording, model);
    }

    @GetMapping("/suivi/{number}/recu")
    String receipt(@PathVariable String number, HttpServletRequest request, Wording wording, Model model) {
        var receipt = held(number, request);
        var sheet = receipt.flatMap(this::sheet);
        if (sheet.isEmpty()) {
            return receipt.filter(this::isArchived)
                    .map(archived -> toPage(archived.number()))
                    .orElse("redirect:/suivi");
        }
        model.addAttribute("tracked", tracked.of(sheet.get(), wording));
        model.addAttribute("receipt", receipt.get());
        model.addAttribute("qrCode", receipts.qrCode(receipt.get()));
        return "tracking/receipt";
    }

    /** For somebody who followed their request on a screen that is not theirs. */
    @PostMapping("/suivi/fermer")
    String leave(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, TrackingAccess.forget().toString());
        return "redirect:/suivi";
    }

    private Optional<Receipt> held(String number, HttpServletRequest request) {
        return RequestNumber.of(number).flatMap(wanted -> TrackingAccess.held(request, wanted));
    }

    private Optional<RequestSheet> sheet(Receipt receipt) {
        return requests.tracked(receipt.number(), receipt.secret());
    }

    private boolean isArchived(Receipt receipt) {
        return requests.trackedInArchives(receipt.number(), receipt.secret()).isPresent();
    }

    private boolean opens(
            RequestNumber number,
            Optional<TrackingSecret> secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        var receipt = secret.map(typed -> new Receipt(number, typed))
                .filter(typed -> sheet(typed).isPresent() || isArchived(typed));
        if (receipt.isEmpty()) {
            throttle.count(FROM_PLACE, request.getRemoteAddr());
            throttle.count(FOR_NUMBER, number.signs());
            return false;
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                TrackingAccess.cookie(receipt.get(), request).toString());
        return true;
    }

    private boolean tooMany(RequestNumber number, HttpServletRequest request) {
        return throttle.reached(FROM_PLACE, request.getRemoteAddr()) || throttle.reached(FOR_NUMBER, number.signs());
    }

    private static String toPage(RequestNumber number) {
        return "redirect:" + TrackingPage.address(number);
    }
}
