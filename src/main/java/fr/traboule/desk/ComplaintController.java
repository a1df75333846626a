package fr.traboule.desk;

import static fr.traboule.desk.CasePage.known;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Channel;
import fr.traboule.requests.Complaints;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A complaint about one request, that the person makes through an agent whom they met or called. */
@Controller
@RequestMapping(CasePage.ADDRESS + "/reclamation")
class ComplaintController {

    private final Complaints complaints;
    private final ReadRequests requests;

    ComplaintController(Complaints complaints, ReadRequests requests) {
        this.complaints = complaints;
        this.requests = requests;
    }

    /** @param key made with the form: sent twice, it is one complaint */
    record ComplaintForm(
            @Nullable UUID key,

            @NotNull(message = "{desk.complaint.channel.missing}") @Nullable
            Channel channel,

            @NotBlank(message = "{desk.complaint.words.missing}")
            @Size(max = 10_000, message = "{desk.case.tooLong}")
            @Nullable
            String words) {}

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String number, Wording wording, Model model) {
        model.addAttribute("form", new ComplaintForm(RequestId.next().value(), null, null));
        return page(agent, number, wording, model);
    }

    @PostMapping
    String complain(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute("form") ComplaintForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        if (errors.hasErrors() || form.key() == null) {
            return page(agent, number, wording, model);
        }
        var about = request(agent, number);
        var receipt = complaints.complain(
                agent,
                about.number(),
                new Complaints.Complaint(
                        new RequestId(form.key()),
                        Objects.requireNonNull(form.channel()),
                        about.language(),
                        Objects.requireNonNull(form.words())));
        return "redirect:" + CasePage.address(receipt.number()) + "/recu";
    }

    private String page(Actor.Agent agent, String number, Wording wording, Model model) {
        model.addAttribute("request", request(agent, number));
        model.addAttribute(
                "channels",
                Stream.of(Channel.COUNTER, Channel.PHONE)
                        .map(channel -> Option.of(channel.name(), wording.text(channel)))
                        .toList());
        return "desk/complaint";
    }

    private Request request(Actor.Agent agent, String number) {
        return requests.seenBy(agent, known(number)).map(RequestSheet::request).orElseThrow(NotFound::new);
    }
}
