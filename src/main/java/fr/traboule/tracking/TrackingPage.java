package fr.traboule.tracking;

import fr.traboule.requests.ContactForm;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestNumber;
import fr.traboule.residents.AnswerWay;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a request that somebody follows, as every act on it comes back to. */
@Component
class TrackingPage {

    private final ReadRequests requests;
    private final TrackedRequests tracked;

    TrackingPage(ReadRequests requests, TrackedRequests tracked) {
        this.requests = requests;
        this.tracked = tracked;
    }

    static String address(RequestNumber number) {
        return "/suivi/" + number;
    }

    /** For a browser that was let into it; else the page that asks for number and code. */
    String show(String number, HttpServletRequest request, Wording wording, Model model) {
        return show("tracking/show", number, request, wording, model);
    }

    /** As above, on another page about it. */
    String show(String template, String number, HttpServletRequest request, Wording wording, Model model) {
        var receipt = RequestNumber.of(number).flatMap(wanted -> TrackingAccess.held(request, wanted));
        var sheet = receipt.flatMap(held -> requests.tracked(held.number(), held.secret()));
        if (sheet.isEmpty()) {
            return receipt.flatMap(held -> requests.trackedInArchives(held.number(), held.secret()))
                    .map(archived -> archived(archived, wording, model))
                    .orElse("redirect:/suivi");
        }
        model.addAttribute("tracked", tracked.of(sheet.get(), wording));
        return template;
    }

    private String archived(Request request, Wording wording, Model model) {
        model.addAttribute("archived", tracked.archived(request, wording));
        return "tracking/archived";
    }

    /** To be answered that way, something is to be known that is not. */
    String askReach(String number, AnswerWay way, HttpServletRequest request, Wording wording, Model model) {
        var shown = show(number, request, wording, model);
        model.addAttribute("way", way);
        return shown.equals("tracking/show") ? "tracking/way" : shown;
    }

    /** Names of the fields that are missing. */
    List<String> missing(Receipt receipt, AnswerWay way, ContactForm typed) {
        return requests.tracked(receipt.number(), receipt.secret())
                .map(sheet -> sheet.statement().contact().missing(way, typed))
                .orElse(List.of());
    }
}
