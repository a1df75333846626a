package fr.traboule.retention;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.History;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import fr.traboule.works.WorkView;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One list of what may be destroyed, with all that is decided about it. */
@Controller
@RequestMapping(ArchivesController.ADDRESS + "/bordereaux/{id}")
class ProposalController {

    static final int MOST = 50;
    private static final String FORM = "form";

    private final Proposals proposals;
    private final DecideElimination decide;
    private final SubjectNames subjects;
    private final AccountNames names;
    private final History history;
    private final Permissions permissions;
    private final Clock clock;

    ProposalController(
            Proposals proposals,
            DecideElimination decide,
            SubjectNames subjects,
            AccountNames names,
            History retentionHistory,
            Permissions permissions,
            Clock clock) {
        this.proposals = proposals;
        this.decide = decide;
        this.subjects = subjects;
        this.names = names;
        this.history = retentionHistory;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** A request as a line of the page. */
    record EntryLine(ProposalEntry entry, String subject, String unit) {}

    /** How many, as a line of the page. */
    record CountLine(String subject, int year, long count) {}

    static String address(ProposalId id) {
        return ArchivesController.ADDRESS + "/bordereaux/" + id.value();
    }

    static String certificateAddress(String id) {
        return ArchivesController.ADDRESS + "/bordereaux/" + id + "/certificat";
    }

    @GetMapping
    String show(
            Actor.Agent agent,
            @PathVariable String id,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Wording wording,
            Model model) {
        model.addAttribute(FORM, ProposalForm.BLANK);
        return page(agent, known(id), after, wording, model);
    }

    @PostMapping("/retirer")
    String takeOut(
            Actor.Agent agent,
            @PathVariable String id,
            @Valid @ModelAttribute(FORM) ProposalForm form,
            BindingResult errors,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Wording wording,
            Model model) {
        if (form.ids().isEmpty()) {
            errors.rejectValue("requests", "retention.out.missing");
        }
        var reason = form.reason();
        if (reason == null || !OutReason.CHOSEN.contains(reason)) {
            errors.rejectValue("reason", "retention.out.reason.missing");
        }
        return errors.hasErrors() || reason == null
                ? page(agent, known(id), after, wording, model)
                : after(decide.takeOut(agent, known(id), form.ids(), reason), agent, known(id), wording, model);
    }

    @PostMapping("/viser")
    String sign(
            Actor.Agent agent,
            @PathVariable String id,
            @Valid @ModelAttribute(FORM) ProposalForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var day = form.day().filter(signed -> !signed.isAfter(CityTime.day(clock.instant())));
        if (day.isEmpty()) {
            errors.rejectValue("signedOn", "retention.visa.on.missing");
        }
        var signatory = ProposalForm.typed(form.signatory());
        if (signatory.isEmpty()) {
            errors.rejectValue("signatory", "retention.visa.signatory.missing");
        }
        var reference = ProposalForm.typed(form.reference());
        if (reference.isEmpty() && needsReference(known(id))) {
            errors.rejectValue("reference", "retention.visa.reference.missing");
        }
        return errors.hasErrors() || day.isEmpty() || signatory.isEmpty()
                ? page(agent, known(id), "", wording, model)
                : after(
                        decide.sign(agent, known(id), day.get(), signatory.get(), reference),
                        agent,
                        known(id),
                        wording,
                        model);
    }

    @PostMapping("/refuser")
    String refuse(
            Actor.Agent agent,
            @PathVariable String id,
            @Valid @ModelAttribute(FORM) ProposalForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var words = ProposalForm.typed(form.words());
        if (words.isEmpty()) {
            errors.rejectValue("words", "retention.refuse.missing");
        }
        return errors.hasErrors() || words.isEmpty()
                ? page(agent, known(id), "", wording, model)
                : after(decide.refuse(agent, known(id), words.get()), agent, known(id), wording, model);
    }

    @PostMapping("/eliminer")
    String carryOut(Actor.Agent agent, @PathVariable String id) {
        return decide.carryOut(agent, known(id))
                .map(work -> "redirect:" + WorkView.address(work))
                .orElseGet(() -> "redirect:" + address(known(id)));
    }

    private String after(
            DecideElimination.Outcome outcome, Actor.Agent agent, ProposalId id, Wording wording, Model model) {
        return switch (outcome) {
            case DONE -> "redirect:" + address(id);
            case OWN, NOT_NOW -> {
                model.addAttribute(
                        "refused", "retention.outcome." + outcome.name().toLowerCase());
                yield page(agent, id, "", wording, model);
            }
        };
    }

    private boolean needsReference(ProposalId id) {
        return proposals.rules(id).stream().anyMatch(rule -> rule.approval() == Approval.REQUIRED);
    }

    private String page(Actor.Agent agent, ProposalId id, String after, Wording wording, Model model) {
        permissions.require(agent, RetentionPermission.OVERSEE);
        var proposal = proposals.byId(id).orElseThrow(NotFound::new);
        var found = proposals.entries(id, after.replace("\0", ""), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        var isOwn = proposal.proposedBy().equals(agent.account());
        var mayDecide = permissions.allow(agent, RetentionPermission.SIGN_VISA);
        model.addAttribute("proposal", proposal);
        model.addAttribute("who", names.of(proposal.proposedBy()));
        model.addAttribute(
                "visaBy", proposal.visa().map(visa -> names.of(visa.account())).orElse(""));
        model.addAttribute("extent", proposals.extent(id));
        model.addAttribute("rules", proposals.rules(id));
        model.addAttribute(
                "counts",
                proposals.bySubjectAndYear(id).stream()
                        .map(each -> new CountLine(subjects.of(each.subject(), wording), each.year(), each.count()))
                        .toList());
        model.addAttribute(
                "entries",
                shown.stream()
                        .map(entry -> new EntryLine(
                                entry, subjects.of(entry.subject(), wording), subjects.of(entry.unit(), wording)))
                        .toList());
        model.addAttribute("after", after);
        model.addAttribute(
                "choices",
                shown.stream()
                        .filter(entry -> entry.out().isEmpty())
                        .map(entry -> choice(entry, wording))
                        .toList());
        model.addAttribute("mayTakeOut", mayDecide && mayTakeOut(proposal.state()));
        model.addAttribute("mayDecide", mayDecide && proposal.state() == ProposalState.PROPOSED);
        model.addAttribute("isOwn", isOwn);
        model.addAttribute(
                "mayCarryOut",
                permissions.allow(agent, RetentionPermission.PROPOSE)
                        && (proposal.state() == ProposalState.SIGNED || proposal.state() == ProposalState.RUNNING));
        model.addAttribute(
                "reasons",
                OutReason.CHOSEN.stream()
                        .map(reason -> Option.of(reason.name(), wording.text(reason)))
                        .toList());
        model.addAttribute("story", story(id, wording));
        model.addAttribute("first", after.isEmpty() ? null : address(id));
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? address(id) + "?apres=" + shown.getLast().number().signs()
                        : null);
        return "retention/proposal";
    }

    private Option choice(ProposalEntry entry, Wording wording) {
        return new Option(
                entry.request().value().toString(),
                entry.number().toString(),
                wording.text(
                        "retention.out.hint",
                        subjects.of(entry.subject(), wording),
                        subjects.of(entry.unit(), wording),
                        wording.shortDate(entry.endedAt())));
    }

    private static boolean mayTakeOut(ProposalState state) {
        return state == ProposalState.PROPOSED || state == ProposalState.SIGNED;
    }

    private List<TimelineEntry> story(ProposalId id, Wording wording) {
        return history.of(id.value()).stream()
                .map(told -> new TimelineEntry(
                        told.at(),
                        wording.text(RetentionFact.of(told.kind())),
                        told.account().map(names::of).orElse(null),
                        Optional.ofNullable(told.details().get("requests"))
                                .map(count -> wording.text("retention.fact.requests", Long.parseLong(count)))
                                .orElse(null),
                        true))
                .toList();
    }

    private static ProposalId known(String id) {
        return ProposalId.of(id).orElseThrow(NotFound::new);
    }
}
