package fr.traboule.staff;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A list of agents: choose the file, look at what it will do, do it. */
@Controller
@RequestMapping(ImportAgentsController.ADDRESS)
class ImportAgentsController {

    static final String ADDRESS = AccountsController.ADDRESS + "/liste";

    /** The list comes back with the second form. */
    private static final int LARGEST = 100 * 1024;

    private static final Charset OF_SPREADSHEETS = Charset.forName("windows-1252");

    private final ImportAgents importAgents;
    private final Permissions permissions;
    private final WorkOptions options;

    ImportAgentsController(ImportAgents importAgents, Permissions permissions, WorkOptions options) {
        this.importAgents = importAgents;
        this.permissions = permissions;
        this.options = options;
    }

    record ListForm(@Nullable MultipartFile list) {}

    @GetMapping
    String ask(Actor actor, Language language, @ModelAttribute("form") ListForm form, Model model) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        options.add(language, model);
        return "staff/import";
    }

    @PostMapping
    String plan(
            Actor actor, Language language, @ModelAttribute("form") ListForm form, BindingResult errors, Model model) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        var list = form.list();
        if (list == null || list.isEmpty()) {
            errors.rejectValue("list", "staff.import.missing");
        } else if (list.getSize() > LARGEST) {
            errors.rejectValue("list", "staff.import.tooLarge");
        }
        if (list == null || errors.hasErrors()) {
            options.add(language, model);
            return "staff/import";
        }
        return plan(actor, text(list), model);
    }

    @PostMapping(params = "text")
    String apply(Actor actor, @RequestParam String text, @RequestParam String fingerprint, Model model) {
        return switch (importAgents.apply(actor, text, fingerprint)) {
            case ImportAgents.Applied applied -> "redirect:" + AccountsController.ADDRESS + "?fait";
            case ImportAgents.PlanChanged changed -> {
                model.addAttribute("changedMeanwhile", true);
                yield plan(actor, text, model);
            }
            case ImportAgents.LastAdministrator last -> {
                model.addAttribute("lastAdministrator", true);
                yield plan(actor, text, model);
            }
        };
    }

    private String plan(Actor actor, String text, Model model) {
        model.addAttribute("plan", importAgents.plan(actor, text));
        model.addAttribute("text", text);
        return "staff/importPlan";
    }

    /** UTF-8, or what older spreadsheets write. */
    private static String text(MultipartFile file) {
        try {
            var bytes = file.getBytes();
            try {
                var text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException older) {
                return new String(bytes, OF_SPREADSHEETS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
