package fr.traboule.desk;

import static fr.traboule.desk.CasePage.known;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RelateRequests;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests that have to do with one another: linked, and apart again. */
@Controller
@RequestMapping(CasePage.ADDRESS + "/liens")
class RelatedController {

    private final RelateRequests relate;
    private final HandleRequest handle;
    private final ReadRequests requests;

    RelatedController(RelateRequests relate, HandleRequest handle, ReadRequests requests) {
        this.relate = relate;
        this.handle = handle;
        this.requests = requests;
    }

    record RelatedForm(
            @Size(max = 40, message = "{desk.related.other.wrong}") @Nullable
            String other,

            @NotBlank(message = "{desk.related.why.missing}")
            @Size(max = 500, message = "{desk.related.why.tooLong}")
            @Nullable
            String why) {}

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String number, Model model) {
        model.addAttribute("form", new RelatedForm(null, null));
        return page(agent, number, model);
    }

    @PostMapping
    String link(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute("form") RelatedForm form,
            BindingResult errors,
            Model model) {
        var other = Optional.ofNullable(form.other()).flatMap(RequestNumber::of);
        if (other.isEmpty()) {
            errors.rejectValue("other", "desk.related.other.wrong");
        }
        if (!errors.hasErrors()) {
            relate.relate(agent, known(number), other.orElseThrow(), Objects.requireNonNull(form.why()))
                    .ifPresent(obstacle -> errors.rejectValue(
                            "other",
                            switch (obstacle) {
                                case UNKNOWN -> "desk.related.unknown";
                                case ITSELF -> "desk.related.itself";
                                case ALREADY -> "desk.related.already";
                                case TOO_MANY -> "desk.related.tooMany";
                            }));
        }
        return errors.hasErrors() ? page(agent, number, model) : "redirect:" + CasePage.address(known(number));
    }

    @PostMapping("/retirer")
    String separate(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute("form") RelatedForm form,
            BindingResult errors,
            @RequestParam("with") String with,
            Model model) {
        if (errors.hasErrors()) {
            return page(agent, number, model);
        }
        relate.separate(agent, known(number), known(with), Objects.requireNonNull(form.why()));
        return "redirect:" + CasePage.address(known(number));
    }

    private String page(Actor.Agent agent, String number, Model model) {
        var request = request(agent, number);
        model.addAttribute("request", request);
        model.addAttribute(
                "related",
                relate.of(agent, request).stream().map(Request::number).toList());
        return "desk/related";
    }

    /** Of an agent who may do more with it than read. */
    private Request request(Actor.Agent agent, String number) {
        return requests.seenBy(agent, known(number))
                .map(RequestSheet::request)
                .filter(request -> handle.mayHandle(agent, request))
                .orElseThrow(NotFound::new);
    }
}
