package fr.traboule.desk;

import fr.traboule.city.FindPlace;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestPermission;
import fr.traboule.requests.Statement;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subjects;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Language;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Filing for somebody at the counter or on the telephone, with the same rights, promise and receipt as on the web
 * (invariant I2).
 */
@Controller
class NewRequestController {

    private static final String ADDRESS = "/agents/nouvelle";

    private final ReceiveRequest receiveRequest;
    private final Subjects subjects;
    private final FindPlace findPlace;
    private final NewRequestPage page;
    private final Permissions permissions;

    NewRequestController(
            ReceiveRequest receiveRequest,
            Subjects subjects,
            FindPlace findPlace,
            NewRequestPage page,
            Permissions permissions) {
        this.receiveRequest = receiveRequest;
        this.subjects = subjects;
        this.findPlace = findPlace;
        this.page = page;
        this.permissions = permissions;
    }

    @Bean
    @Order(2)
    static DeskLink newRequestLink() {
        return new DeskLink(ADDRESS, "desk.new.title", RequestPermission.FILE);
    }

    @GetMapping(ADDRESS)
    String ask(Actor.Agent agent, Wording wording, Model model) {
        permissions.require(agent, RequestPermission.FILE);
        var form = NewRequestForm.blank(RequestId.next().value());
        model.addAttribute("form", form);
        return page.show(form, wording, model);
    }

    /** Looks something up for the form, and comes back to it with all that was typed. */
    @PostMapping(value = ADDRESS, params = "chercher")
    String search(
            Actor.Agent agent,
            @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        permissions.require(agent, RequestPermission.FILE);
        return page.show(form, wording, model);
    }

    @PostMapping(value = ADDRESS, params = "!chercher")
    String file(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        if (form.way() != null) {
            errors.pushNestedPath("contact");
            form.reach().validate(form.way(), errors);
            errors.popNestedPath();
        }
        if (form.isSubjectOpen() && page.finds(form, wording.language())) {
            errors.rejectValue("subject", "desk.new.subject.missing");
        }
        if (errors.hasErrors()) {
            return page.show(form, wording, model);
        }
        return switch (findPlace.find(form.where())) {
            case FindPlace.WhichOne which -> {
                errors.rejectValue("placeChoice", "desk.new.place.missing");
                yield page.show(form, wording, model);
            }
            case FindPlace.Nowhere nowhere -> file(agent, form, null);
            case FindPlace.Found found -> file(agent, form, found.place());
        };
    }

    private String file(Actor.Agent agent, NewRequestForm form, @Nullable Whereabouts where) {
        var statement = new Statement(
                Objects.requireNonNull(form.description()).strip(),
                Optional.ofNullable(where).map(this::inLikeliestArea),
                form.reach().contact(Objects.requireNonNull(form.way())));
        var receipt = receiveRequest.receive(
                new Actor.ForResident(agent),
                new NewRequest(
                        new RequestId(Objects.requireNonNull(form.key())),
                        Objects.requireNonNull(form.channel()),
                        Nature.QUESTION,
                        Optional.ofNullable(form.subject()).flatMap(subjects::byCode),
                        Optional.ofNullable(form.language())
                                .flatMap(Language::of)
                                .orElse(Language.FR),
                        statement,
                        List.of()));
        return "redirect:%s/recu".formatted(CasePage.address(receipt.number()));
    }

    /** Nobody is held up at the edge of two areas: the page of the request shows the doubt. */
    private Whereabouts inLikeliestArea(Whereabouts place) {
        return findPlace.candidates(place).stream().findFirst().map(place::in).orElse(place);
    }
}
