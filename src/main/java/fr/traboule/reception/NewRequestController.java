package fr.traboule.reception;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.FindPlace;
import fr.traboule.city.UnitId;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.FindPerson;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.requests.Statement;
import fr.traboule.residents.NewResident;
import fr.traboule.residents.ReadResidents;
import fr.traboule.residents.ResidentCard;
import fr.traboule.residents.ResidentId;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.web.DeskLink;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The one screen for somebody at the counter or on the telephone: who is there, what they say, and either a request, with the
 * same rights, promise and receipt as on the web (invariant I2), or the note that they were answered on the spot.
 */
@Controller
class NewRequestController {

    static final String ADDRESS = "/agents/nouvelle";

    private final FileRequest fileRequest;
    private final KeepDrafts keepDrafts;
    private final DraftPage draftPage;
    private final Origin.Finder origins;
    private final ReadResidents readResidents;
    private final LogEncounter logEncounter;
    private final FindPerson findPerson;
    private final Subjects subjects;
    private final FindPlace findPlace;
    private final AgentUnits units;
    private final NewRequestPage page;
    private final Permissions permissions;
    private final Clock clock;

    NewRequestController(
            FileRequest fileRequest,
            KeepDrafts keepDrafts,
            DraftPage draftPage,
            Origin.Finder origins,
            ReadResidents readResidents,
            LogEncounter logEncounter,
            FindPerson findPerson,
            Subjects subjects,
            FindPlace findPlace,
            AgentUnits units,
            NewRequestPage page,
            Permissions permissions,
            Clock clock) {
        this.fileRequest = fileRequest;
        this.keepDrafts = keepDrafts;
        this.draftPage = draftPage;
        this.origins = origins;
        this.readResidents = readResidents;
        this.logEncounter = logEncounter;
        this.findPerson = findPerson;
        this.subjects = subjects;
        this.findPlace = findPlace;
        this.units = units;
        this.page = page;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Bean
    @Order(2)
    static DeskLink newRequestLink() {
        return new DeskLink(ADDRESS, "reception.new.title", RequestPermission.FILE);
    }

    @GetMapping(ADDRESS)
    String ask(Actor.Agent agent, Wording wording, Model model) {
        permissions.require(agent, RequestPermission.FILE);
        var form = NewRequestForm.blank(RequestId.next().value());
        model.addAttribute("form", form);
        model.addAttribute("focus", "who");
        return page.show(agent, form, wording, model);
    }

    /** Looks something up for the form, and comes back to it with all that was typed. */
    @PostMapping(value = ADDRESS, params = "chercher")
    String search(
            Actor.Agent agent,
            @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            @RequestParam("chercher") String button,
            Wording wording,
            Model model) {
        permissions.require(agent, RequestPermission.FILE);
        model.addAttribute("focus", form.lookedUp(button));
        var shown = draftPage.incomplete(agent, form, errors, wording, model);
        if (button.equals("who") && Boolean.TRUE.equals(model.getAttribute("nobody"))) {
            model.addAttribute("form", form.reachingWho());
        }
        return shown;
    }

    /** Takes over how to reach somebody who was here before. */
    @PostMapping(value = ADDRESS, params = "reprendre")
    String reach(
            Actor.Agent agent,
            @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            @RequestParam("reprendre") String number,
            Wording wording,
            Model model) {
        var person = RequestNumber.of(number)
                .flatMap(known -> findPerson.known(agent, known))
                .orElseThrow(NotFound::new);
        var filled = form.reaching(person);
        model.addAttribute("form", filled);
        return draftPage.incomplete(agent, filled, errors, wording, model);
    }

    /** Takes over how to reach somebody of whom a record is kept, and ties the request to it. */
    @PostMapping(value = ADDRESS, params = "fiche")
    String reachKnown(
            Actor.Agent agent,
            @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            @RequestParam("fiche") String resident,
            Wording wording,
            Model model) {
        var person = ResidentId.of(resident)
                .flatMap(known -> readResidents.card(agent, known))
                .orElseThrow(NotFound::new);
        var filled = form.reaching(person);
        model.addAttribute("form", filled);
        return draftPage.incomplete(agent, filled, errors, wording, model);
    }

    /** Writes down that the person was answered on the spot: no request, and nothing of who they are. */
    @PostMapping(value = ADDRESS, params = "surplace")
    String log(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        if (errors.getTarget() == null) {
            return page.show(agent, form, wording, model);
        }
        form.checkEncounter(errors);
        rejectOpenSubject(form, wording, errors);
        var arrived = Arrival.of(form, clock.instant(), Optional.empty(), errors);
        var unit = units.chosen(agent, form.unit());
        if (unit.isEmpty()) {
            errors.rejectValue("unit", "reception.new.unit.missing");
        }
        if (errors.hasErrors()) {
            return page.show(agent, form, wording, model);
        }
        logEncounter.log(agent, encounter(agent, form, unit.orElseThrow().id(), arrived.orElseGet(clock::instant)));
        keepDrafts.answered(agent, Objects.requireNonNull(form.key()));
        redirect.addFlashAttribute("logged", true);
        return "redirect:" + ADDRESS;
    }

    @PostMapping(
            value = ADDRESS,
            params = {"!chercher", "!reprendre", "!fiche", "!surplace", "!garder", "!retirer", "!autre"})
    String file(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        if (errors.getTarget() == null) {
            return page.show(agent, form, wording, model);
        }
        form.checkRequest(errors);
        if (!errors.hasErrors()) {
            form.checkRecord(errors);
        }
        rejectOpenSubject(form, wording, errors);
        var arrived = arrival(agent, form, errors);
        if (errors.hasErrors()) {
            return draftPage.incomplete(agent, form, errors, wording, model);
        }
        return switch (findPlace.find(form.where())) {
            case FindPlace.WhichOne which -> {
                errors.rejectValue("placeChoice", "reception.new.place.missing");
                yield draftPage.incomplete(agent, form, errors, wording, model);
            }
            case FindPlace.Nowhere nowhere -> file(agent, form, errors, null, arrived, wording, model);
            case FindPlace.Found found -> file(agent, form, errors, found.place(), arrived, wording, model);
        };
    }

    /** Of paper it must be said when it came in: the promise counts from then. */
    private Optional<Instant> arrival(Actor.Agent agent, NewRequestForm form, BindingResult errors) {
        var origin = Optional.ofNullable(form.key())
                .map(key -> origins.of(agent, key))
                .orElse(Origin.NOW);
        if (origin.isPaper() && !form.saysArrival()) {
            errors.rejectValue("arrivedOn", "reception.new.arrivedOn.missing");
            return Optional.empty();
        }
        return Arrival.of(form, clock.instant(), origin.sheet().map(sheet -> CityTime.day(sheet.printedAt())), errors);
    }

    private void rejectOpenSubject(NewRequestForm form, Wording wording, BindingResult errors) {
        if (form.isSubjectOpen() && page.finds(form, wording.language())) {
            errors.rejectValue("subject", "reception.new.subject.missing");
        }
    }

    private Encounter encounter(Actor.Agent agent, NewRequestForm form, UnitId unit, Instant at) {
        var area = findPlace.find(form.where()) instanceof FindPlace.Found found
                ? inLikeliestArea(found.place()).area()
                : Optional.<String>empty();
        return new Encounter(
                Objects.requireNonNull(form.key()),
                at,
                agent.account(),
                unit,
                Objects.requireNonNull(form.channel()),
                Optional.ofNullable(form.subject()).flatMap(subjects::byCode).map(Subject::id),
                area,
                form.spoken(),
                form.kindsOfNeeds(),
                NewRequestForm.given(form.description()),
                Optional.ofNullable(form.minutes()));
    }

    private String file(
            Actor.Agent agent,
            NewRequestForm form,
            BindingResult errors,
            @Nullable Whereabouts where,
            Optional<Instant> arrived,
            Wording wording,
            Model model) {
        var files = draftPage.stored(agent, form, errors);
        if (errors.hasErrors()) {
            var kept = keepDrafts.save(agent, form, files);
            return draftPage.notKept(agent, kept, form, errors, wording, model).orElseThrow();
        }
        var statement = new Statement(
                Objects.requireNonNull(form.description()).strip(),
                Optional.ofNullable(where).map(this::inLikeliestArea),
                form.reach().contact(Objects.requireNonNull(form.way())),
                form.needed(),
                form.onBehalf());
        var toKeep = form.toKeep();
        var resident = toKeep.map(NewResident::id)
                .or(() -> form.tied()
                        .flatMap(tied -> readResidents.card(agent, tied))
                        .map(ResidentCard::id));
        var wanted = new NewRequest(
                new RequestId(Objects.requireNonNull(form.key())),
                Objects.requireNonNull(form.channel()),
                Nature.QUESTION,
                Optional.ofNullable(form.subject()).flatMap(subjects::byCode),
                form.spoken(),
                statement,
                files,
                arrived,
                resident);
        return switch (fileRequest.file(agent, form, wanted, toKeep)) {
            case FileRequest.Filed filed ->
                "redirect:/agents/demandes/%s/recu".formatted(filed.receipt().number());
            case FileRequest.Overtaken overtaken ->
                draftPage.overtaken(agent, overtaken.conflict(), form, wording, model);
        };
    }

    /** Nobody is held up at the edge of two areas: the page of the request shows the doubt. */
    private Whereabouts inLikeliestArea(Whereabouts place) {
        return findPlace.candidates(place).stream().findFirst().map(place::in).orElse(place);
    }
}
