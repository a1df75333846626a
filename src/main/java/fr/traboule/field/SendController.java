package fr.traboule.field;

import static java.util.stream.Collectors.joining;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.TakeFiles;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What a telephone sends that kept reports while there was no network: one at a time, again and again until it hears the answer.
 * What cannot be taken is told as a problem (RFC 9457), in the agent's language.
 */
@Controller
class SendController {

    private final FileReport fileReport;
    private final ReadReport readReport;
    private final TakeFiles takeFiles;
    private final Permissions permissions;
    private final MessageSource messages;

    SendController(
            FileReport fileReport,
            ReadReport readReport,
            TakeFiles takeFiles,
            Permissions permissions,
            MessageSource messages) {
        this.fileReport = fileReport;
        this.readReport = readReport;
        this.takeFiles = takeFiles;
        this.permissions = permissions;
        this.messages = messages;
    }

    /** The request that it became, and its page. */
    record Sent(String number, String address) {}

    /** What is wrong, and with what. */
    record Wrong(String field, String message) {}

    /**
     * Who is signed in on this telephone, if it is somebody who may send.
     *
     * @param header by which a sending carries the token
     */
    record Standing(
            boolean signedIn,
            @Nullable String agent,
            @Nullable String header,
            @Nullable String token) {}

    /** Outside of the desk's addresses: there a script that asks would become the page to come back to after signing in. */
    @GetMapping("/terrain/etat")
    @ResponseBody
    Standing standing(Actor actor, CsrfToken token) {
        return actor instanceof Actor.Agent agent && permissions.allow(agent, FieldPermission.FILE)
                ? new Standing(true, agent.account().value().toString(), token.getHeaderName(), token.getToken())
                : new Standing(false, null, null, null);
    }

    /** The script that shows the page where there is no network, for that page only. */
    @GetMapping("/terrain/hors-ligne.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .header("Service-Worker-Allowed", ReportController.ADDRESS)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/javascript"))
                .body(new ClassPathResource("fr/traboule/field/worker.js"));
    }

    @PostMapping(ReportController.ADDRESS + "/envoi")
    ResponseEntity<?> send(
            Actor.Agent agent, @Valid @ModelAttribute("form") ReportForm form, BindingResult errors, Wording wording) {
        permissions.require(agent, FieldPermission.FILE);
        if (errors.getTarget() == null || form.key() == null) {
            return problem(HttpStatus.BAD_REQUEST, errors, List.of(), wording);
        }
        if (form.owner() != null && !form.owner().equals(agent.account().value())) {
            errors.rejectValue("key", "field.form.owner.other");
            return problem(HttpStatus.CONFLICT, errors, List.of(), wording);
        }
        var before = fileReport.before(agent, new RequestId(Objects.requireNonNull(form.key())));
        if (before.isPresent()) {
            return told(before.get(), errors, wording);
        }
        var report = readReport.read(form, wording, errors);
        var photos = report.isPresent()
                ? takeFiles.take(form.chosen(), Report.MOST_PHOTOS, Report.MOST_PHOTOS, errors)
                : List.<FileId>of();
        if (report.isEmpty() || errors.hasErrors()) {
            var alike = errors.hasFieldErrors("place")
                    ? readReport.alike(form, wording).stream()
                            .map(address -> address.label())
                            .toList()
                    : List.<String>of();
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, errors, alike, wording);
        }
        return told(fileReport.file(agent, report.get(), photos), errors, wording);
    }

    private ResponseEntity<?> told(FileReport.Outcome outcome, BindingResult errors, Wording wording) {
        return switch (outcome) {
            case FileReport.Filed filed -> {
                var number = filed.receipt().number().toString();
                yield ResponseEntity.ok(new Sent(number, "/agents/demandes/" + number));
            }
            case FileReport.NotYours notYours -> {
                errors.rejectValue("key", "field.form.key.taken");
                yield problem(HttpStatus.CONFLICT, errors, List.of(), wording);
            }
        };
    }

    private ResponseEntity<?> problem(
            HttpStatus status, BindingResult errors, List<String> addresses, Wording wording) {
        var locale = wording.language().locale();
        var wrong = errors.getFieldErrors().stream()
                .map(error -> new Wrong(error.getField(), message(error, locale)))
                .distinct()
                .toList();
        var problem = ProblemDetail.forStatus(status);
        problem.setTitle(wording.text("field.problem.title"));
        problem.setDetail(wrong.stream().map(Wrong::message).distinct().collect(joining(". ", "", ".")));
        problem.setProperty("errors", wrong);
        problem.setProperty("addresses", addresses);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String message(FieldError error, Locale locale) {
        return error.isBindingFailure()
                ? messages.getMessage("web.errors.unreadable", null, locale)
                : messages.getMessage(error, locale);
    }
}
