package fr.traboule.intake;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileState;
import fr.traboule.ground.files.FileStore;
import fr.traboule.residents.AnswerWay;
import fr.traboule.tracking.TrackingAccess;
import fr.traboule.web.SummaryRow;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Check your answers, then send. */
@Controller
class CheckController {

    private final DraftCookie cookie;
    private final Journey journey;
    private final SendDraft sendDraft;
    private final FileStore files;
    private final SendGuard guard;
    private final FormSeal seal;

    CheckController(
            DraftCookie cookie,
            Journey journey,
            SendDraft sendDraft,
            FileStore requestsFiles,
            SendGuard guard,
            FormSeal seal) {
        this.cookie = cookie;
        this.journey = journey;
        this.sendDraft = sendDraft;
        this.files = requestsFiles;
        this.guard = guard;
        this.seal = seal;
    }

    @GetMapping({"/signaler/verification", "/ecrire/verification"})
    String check(Draft draft, Wording wording, Model model) {
        return page(draft, false, wording, model);
    }

    private String page(Draft draft, boolean doubted, Wording wording, Model model) {
        var way = draft.answers().way();
        if (way == null) {
            return draft.door().redirect(Step.REPLY);
        }
        if (way != AnswerWay.NONE && draft.answers().reach() == null) {
            return draft.door().redirect(Step.CONTACT);
        }
        model.addAttribute("step", StepPage.of(draft, Step.CHECK, journey, false));
        model.addAttribute("rows", rows(draft, way, wording));
        model.addAttribute("seal", seal.of(draft, SendForm.FIRST));
        model.addAttribute("again", doubted ? seal.of(draft, SendForm.AGAIN) : null);
        return "intake/check";
    }

    /** A draft that was sent already is not gone: whoever presses the button twice gets the same receipt twice. */
    @PostMapping({"/signaler/verification", "/ecrire/verification"})
    String send(
            Door door,
            Actor actor,
            SendForm form,
            Wording wording,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var draft = cookie.draft(request).orElseThrow(() -> new DraftGone(door));
        if (!guard.lets(actor, draft, form, request.getRemoteAddr())) {
            return page(draft, true, wording, model);
        }
        var receipt = sendDraft.send(actor, draft, wording.language());
        response.addHeader(
                HttpHeaders.SET_COOKIE, TrackingAccess.cookie(receipt, request).toString());
        return "redirect:/suivi/%s/recu".formatted(receipt.number());
    }

    private List<SummaryRow> rows(Draft draft, AnswerWay way, Wording wording) {
        var answers = draft.answers();
        var none = wording.text("intake.check.none");
        var subject = journey.subject(draft);
        var place = answers.place();
        return Stream.of(
                        row(draft, Step.DESCRIBE, wording, List.of(answers.description())),
                        row(
                                draft,
                                Step.SUBJECT,
                                wording,
                                List.of(subject.map(known -> known.title()
                                                .in(wording.language())
                                                .text())
                                        .orElse(wording.text("intake.check.subject.none")))),
                        row(draft, Step.PLACE, wording, List.of(place == null ? none : place.label())),
                        row(draft, Step.FILES, wording, fileNames(answers, none, wording)),
                        row(draft, Step.REPLY, wording, reply(answers, way, wording)))
                .toList();
    }

    private static SummaryRow row(Draft draft, Step step, Wording wording, List<String> lines) {
        var key = wording.text("intake.check." + step.name().toLowerCase(Locale.ROOT));
        return new SummaryRow(key, lines, draft.door().address(step) + "?" + Journey.CHANGING);
    }

    private List<String> fileNames(Answers answers, String none, Wording wording) {
        var names = files.byIds(answers.files().stream().map(FileId::new).toList()).stream()
                .map(file -> file.state() == FileState.QUARANTINED
                        ? wording.text("intake.check.files.setAside", file.name())
                        : file.name())
                .toList();
        return names.isEmpty() ? List.of(none) : names;
    }

    private static List<String> reply(Answers answers, AnswerWay way, Wording wording) {
        var reach = answers.reach();
        return Stream.concat(Stream.of(wording.text(way)), reach == null ? Stream.empty() : reach.lines())
                .toList();
    }
}
