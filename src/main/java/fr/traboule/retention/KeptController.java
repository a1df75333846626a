package fr.traboule.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.requests.RequestSheet;
import fr.traboule.requests.RequestStory;
import fr.traboule.web.Labelled;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * One request as it is kept: that it exists, how long, what to do to read it; read by who said why; held, let go, brought back.
 */
@Controller
@RequestMapping("/agents/archives/{number}")
class KeptController {

    private static final String FORM = "form";

    private final KeptRequests kept;
    private final SubjectNames subjects;
    private final AccountNames names;
    private final Permissions permissions;

    KeptController(KeptRequests kept, SubjectNames subjects, AccountNames names, Permissions permissions) {
        this.kept = kept;
        this.subjects = subjects;
        this.names = names;
        this.permissions = permissions;
    }

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String number, Wording wording, Model model) {
        model.addAttribute(FORM, KeptForm.BLANK);
        return page(agent, known(number), wording, model);
    }

    @PostMapping("/consulter")
    String consult(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) KeptForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var why = form.why();
        if (why == null) {
            errors.rejectValue("why", "retention.consult.missing");
        }
        if (why == null || errors.hasErrors()) {
            return page(agent, known(number), wording, model);
        }
        kept.consult(agent, known(number), why, ProposalForm.typed(form.whyWords()));
        return "redirect:" + address(known(number)) + "/dossier";
    }

    @GetMapping("/dossier")
    String read(Actor.Agent agent, @PathVariable String number, Wording wording, Model model) {
        return kept.read(agent, known(number))
                .map(sheet -> sheet(sheet, wording, model))
                .orElseGet(() -> "redirect:" + address(known(number)));
    }

    /** Saved, never opened in our pages, whatever it contains. */
    @GetMapping("/fichiers/{id}")
    Object file(Actor.Agent agent, @PathVariable String number, @PathVariable UUID id) {
        return switch (kept.file(agent, known(number), new FileId(id)).orElseThrow(NotFound::new)) {
            case FileStore.Content content ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(content.file().mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(content.file().name(), UTF_8)
                                        .build()
                                        .toString())
                        .body(content.bytes());
            case FileStore.Closed closed -> "redirect:" + address(known(number)) + "/dossier";
            case FileStore.OutOfReach away -> "redirect:" + address(known(number)) + "/dossier";
        };
    }

    @PostMapping("/geler")
    String hold(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) KeptForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var why = form.hold();
        if (why == null) {
            errors.rejectValue("hold", "retention.hold.missing");
        }
        return why == null || errors.hasErrors()
                ? page(agent, known(number), wording, model)
                : after(
                        kept.hold(agent, known(number), why, ProposalForm.typed(form.holdWords())),
                        agent,
                        known(number),
                        wording,
                        model);
    }

    @PostMapping("/degeler")
    String letGo(
            Actor.Agent agent,
            @PathVariable String number,
            @ModelAttribute(FORM) KeptForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        return after(kept.letGo(agent, known(number)), agent, known(number), wording, model);
    }

    @PostMapping("/rouvrir")
    String bringBack(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) KeptForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var why = ProposalForm.typed(form.back());
        if (why.isEmpty()) {
            errors.rejectValue("back", "retention.back.missing");
        }
        return why.isEmpty() || errors.hasErrors()
                ? page(agent, known(number), wording, model)
                : kept.bringBack(agent, known(number), why.get())
                        ? "redirect:" + whereItIsNow(agent, known(number))
                        : after(false, agent, known(number), wording, model);
    }

    private String whereItIsNow(Actor.Agent agent, RequestNumber number) {
        return permissions.allow(agent, RequestPermission.READ)
                ? "/agents/demandes/" + number
                : ArchivesController.ADDRESS;
    }

    private String after(boolean done, Actor.Agent agent, RequestNumber number, Wording wording, Model model) {
        if (done) {
            return "redirect:" + address(number);
        }
        model.addAttribute("notNow", true);
        return page(agent, number, wording, model);
    }

    private String page(Actor.Agent agent, RequestNumber number, Wording wording, Model model) {
        var standing = kept.standing(agent, number);
        model.addAttribute("standing", standing);
        model.addAttribute("subject", subjects.of(standing.request().subject(), wording));
        model.addAttribute("unit", subjects.of(standing.request().unit(), wording));
        model.addAttribute("reasons", options(ConsultReason.values(), wording));
        model.addAttribute("holdReasons", options(HoldReason.values(), wording));
        return "retention/kept";
    }

    private static <T extends Labelled> List<Option> options(T[] values, Wording wording) {
        return Arrays.stream(values)
                .map(value -> Option.of(value.name(), wording.text(value)))
                .toList();
    }

    private String sheet(RequestSheet sheet, Wording wording, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("subject", subjects.of(sheet.request().subject(), wording));
        model.addAttribute("unit", subjects.of(sheet.request().unit(), wording));
        model.addAttribute(
                "story",
                sheet.story().stream().map(story -> entry(story, wording)).toList());
        return "retention/sheet";
    }

    private TimelineEntry entry(RequestStory story, Wording wording) {
        return new TimelineEntry(
                story.at(),
                wording.text(story.kind()),
                story.agent().map(names::of).orElse(null),
                story.words().orElse(null),
                story.isInternal() || story.wordsAreInternal());
    }

    private static RequestNumber known(String number) {
        return RequestNumber.of(number).orElseThrow(NotFound::new);
    }

    private static String address(RequestNumber number) {
        return "/agents/archives/" + number;
    }
}
