package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The one screen where what is on it is a draft: kept with its files, or told that somebody was faster. */
@Component
class DraftPage {

    private final KeepDrafts keepDrafts;
    private final ConflictWords conflictWords;
    private final DeskFiles deskFiles;
    private final NewRequestPage page;
    private final Permissions permissions;

    DraftPage(
            KeepDrafts keepDrafts,
            ConflictWords conflictWords,
            DeskFiles deskFiles,
            NewRequestPage page,
            Permissions permissions) {
        this.keepDrafts = keepDrafts;
        this.conflictWords = conflictWords;
        this.deskFiles = deskFiles;
        this.page = page;
        this.permissions = permissions;
    }

    String withoutKey(Actor.Agent agent, NewRequestForm form, BindingResult errors, Wording wording, Model model) {
        permissions.require(agent, RequestPermission.FILE);
        if (!errors.hasFieldErrors("key")) {
            errors.rejectValue("key", "reception.new.key.missing");
        }
        return page.show(agent, form, wording, model);
    }

    KeepDrafts.Outcome keepWithFiles(Actor.Agent agent, NewRequestForm form, BindingResult errors) {
        permissions.require(agent, RequestPermission.FILE);
        return keepDrafts.save(agent, form, stored(agent, form, errors));
    }

    List<FileId> stored(Actor.Agent agent, NewRequestForm form, BindingResult errors) {
        var already = keepDrafts
                .mine(agent, Objects.requireNonNull(form.key()))
                .map(draft -> draft.files().size())
                .orElse(0);
        return deskFiles.store(form, already, errors);
    }

    /** The page with what was typed, where it could not be kept or something of it is wrong. */
    Optional<String> notKept(
            Actor.Agent agent,
            KeepDrafts.Outcome outcome,
            NewRequestForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        return switch (outcome) {
            case KeepDrafts.Saved saved ->
                errors.hasErrors() ? Optional.of(page.show(agent, form, wording, model)) : Optional.empty();
            case KeepDrafts.Conflict conflict -> Optional.of(overtaken(agent, conflict, form, wording, model));
            case KeepDrafts.TooMuch tooMuch -> {
                errors.rejectValue("description", "reception.new.description.tooLong");
                yield Optional.of(page.show(agent, form, wording, model));
            }
        };
    }

    /** Nothing was written, and what was typed is on the page. */
    String overtaken(
            Actor.Agent agent, KeepDrafts.Conflict conflict, NewRequestForm form, Wording wording, Model model) {
        model.addAttribute("overtaken", conflictWords.of(conflict, wording));
        conflict.number().ifPresent(number -> model.addAttribute("filedAs", number.toString()));
        return page.show(agent, form, wording, model);
    }

    /** A browser forgets files that were chosen: those are kept with a draft while the rest is put right. */
    String incomplete(Actor.Agent agent, NewRequestForm form, BindingResult errors, Wording wording, Model model) {
        return form.key() == null || form.chosen().isEmpty()
                ? page.show(agent, form, wording, model)
                : notKept(agent, keepWithFiles(agent, form, errors), form, errors, wording, model)
                        .orElseGet(() -> page.show(agent, form, wording, model));
    }
}
