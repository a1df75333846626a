package fr.traboule.field;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.TakeFiles;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of field agents: what they see, filed at once where there is a network, with or without a script. */
@Controller
class ReportController {

    static final String ADDRESS = "/agents/terrain";

    private final FileReport fileReport;
    private final ReadReport readReport;
    private final TakeFiles takeFiles;
    private final ReportPage page;
    private final Permissions permissions;

    ReportController(
            FileReport fileReport,
            ReadReport readReport,
            TakeFiles takeFiles,
            ReportPage page,
            Permissions permissions) {
        this.fileReport = fileReport;
        this.readReport = readReport;
        this.takeFiles = takeFiles;
        this.page = page;
        this.permissions = permissions;
    }

    @Bean
    @Order(3)
    static DeskLink reportLink() {
        return new DeskLink(ADDRESS, "field.report.link", FieldPermission.FILE);
    }

    @GetMapping(ADDRESS)
    String ask(Actor.Agent agent, Wording wording, Model model) {
        permissions.require(agent, FieldPermission.FILE);
        var form = ReportForm.blank(RequestId.next().value());
        model.addAttribute("form", form);
        return page.show(agent, form, wording, model);
    }

    /** What telephones show where there is no network. */
    @GetMapping(ADDRESS + "/hors-ligne")
    String shell(Actor.Agent agent, Wording wording, Model model) {
        permissions.require(agent, FieldPermission.FILE);
        model.addAttribute("form", ReportForm.blank(new UUID(0, 0)));
        return page.shell(wording, model);
    }

    @PostMapping(ADDRESS)
    String file(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        permissions.require(agent, FieldPermission.FILE);
        if (errors.getTarget() == null) {
            var blank = ReportForm.blank(RequestId.next().value());
            return page.show(agent, blank, wording, model);
        }
        if (form.key() != null) {
            var before = fileReport.before(agent, new RequestId(Objects.requireNonNull(form.key())));
            if (before.isPresent()) {
                return told(agent, before.get(), form, errors, wording, model, redirect);
            }
        }
        var report = readReport.read(form, wording, errors);
        var photos = takeFiles.take(
                report.isPresent() ? form.chosen() : List.of(), Report.MOST_PHOTOS, Report.MOST_PHOTOS, errors);
        if (report.isEmpty() || errors.hasErrors()) {
            if (!form.chosen().isEmpty() && !errors.hasFieldErrors("files")) {
                errors.rejectValue("files", "field.form.files.again");
            }
            return page.show(agent, form, wording, model);
        }
        return told(agent, fileReport.file(agent, report.get(), photos), form, errors, wording, model, redirect);
    }

    private String told(
            Actor.Agent agent,
            FileReport.Outcome outcome,
            ReportForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case FileReport.Filed filed -> {
                redirect.addFlashAttribute("sent", filed.receipt().number().toString());
                yield "redirect:" + ADDRESS;
            }
            case FileReport.NotYours notYours -> {
                errors.rejectValue("key", "field.form.key.taken");
                yield page.show(agent, form, wording, model);
            }
        };
    }
}
