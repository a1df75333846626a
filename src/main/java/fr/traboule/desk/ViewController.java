package fr.traboule.desk;

import static java.util.Comparator.comparing;

import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The views of the queue that an agent saves, has from others, renames and deletes. */
@Controller
@RequestMapping(ViewController.ADDRESS)
class ViewController {

    static final String ADDRESS = "/agents/vues";
    private static final String FORM = "form";

    private final SaveViews views;
    private final Filters filters;
    private final Directory directory;
    private final AccountNames names;

    ViewController(SaveViews views, Filters filters, Directory directory, AccountNames names) {
        this.views = views;
        this.filters = filters;
        this.directory = directory;
        this.names = names;
    }

    /**
     * A view as a line of the page.
     *
     * @param unit with whose people it is shared
     * @param sharer who shares it, where it is not the reader
     */
    record ViewLine(SaveViews.Kept kept, Optional<String> unit, Optional<String> sharer) {}

    @GetMapping
    String list(Actor.Agent agent, Wording wording, Model model) {
        model.addAttribute(
                "views",
                views.of(agent).stream()
                        .map(kept -> new ViewLine(
                                kept,
                                kept.view()
                                        .unit()
                                        .map(directory::unit)
                                        .map(unit -> unit.name()
                                                .in(wording.language())
                                                .text()),
                                kept.own()
                                        ? Optional.empty()
                                        : Optional.of(names.of(kept.view().owner()))))
                        .toList());
        return "desk/views";
    }

    @GetMapping("/nouvelle")
    String ask(Actor.Agent agent, @ModelAttribute("filter") FilterForm filter, Wording wording, Model model) {
        return newView(
                agent, model.addAttribute(FORM, new ViewForm(null, null, filter.query(), 0)), filter.query(), wording);
    }

    @PostMapping
    String save(
            Actor.Agent agent,
            @Valid @ModelAttribute(FORM) ViewForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var asked = FilterForm.typed(form.query()).orElse("");
        var filter = errors.hasFieldErrors("query") ? FilterForm.of(Map.of()) : FilterForm.read(asked);
        if (filters.read(agent, filter).isEmpty() && !errors.hasFieldErrors("query")) {
            errors.rejectValue("query", "desk.view.query.wrong");
        }
        var unit = FilterForm.typed(form.unit())
                .map(code -> directory.unit(code).orElseThrow(NotFound::new).id());
        if (!errors.hasErrors()) {
            switch (views.save(agent, name(form), filter.query(), unit)) {
                case DONE -> {
                    return "redirect:" + FilterForm.address(QueueController.ADDRESS, filter.given());
                }
                case TOO_MANY -> errors.rejectValue("name", "desk.view.tooMany");
                case NAME_TAKEN -> errors.rejectValue("name", "desk.view.name.taken");
                case CHANGED_MEANWHILE -> throw new IllegalStateException("A new view was changed");
            }
        }
        return newView(agent, model, filter.query(), wording);
    }

    private String newView(Actor.Agent agent, Model model, String query, Wording wording) {
        model.addAttribute("query", query);
        model.addAttribute("units", units(agent, wording));
        return "desk/newView";
    }

    private List<Option> units(Actor.Agent agent, Wording wording) {
        var units = views.shareable(agent).stream()
                .filter(Unit::open)
                .map(unit -> Option.of(
                        unit.code(), unit.name().in(wording.language()).text()))
                .sorted(comparing(Option::label))
                .toList();
        return units.isEmpty()
                ? units
                : Stream.concat(Stream.of(Option.of("", wording.text("desk.view.share.nobody"))), units.stream())
                        .toList();
    }

    @GetMapping("/{id}")
    String show(Actor.Agent agent, @PathVariable UUID id, Model model) {
        var kept = own(agent, id);
        model.addAttribute(
                FORM, new ViewForm(kept.view().name(), null, null, kept.view().version()));
        return one(kept, model);
    }

    @PostMapping("/{id}")
    String rename(
            Actor.Agent agent,
            @PathVariable UUID id,
            @Valid @ModelAttribute(FORM) ViewForm form,
            BindingResult errors,
            Model model) {
        if (!errors.hasErrors()) {
            switch (views.rename(agent, new SavedView.Id(id), form.seen(), name(form))) {
                case DONE -> {
                    return "redirect:" + ADDRESS;
                }
                case NAME_TAKEN -> errors.rejectValue("name", "desk.view.name.taken");
                case CHANGED_MEANWHILE -> errors.rejectValue("name", "desk.view.changedMeanwhile");
                case TOO_MANY -> throw new IllegalStateException("A new name adds no view");
            }
        }
        return one(own(agent, id), model);
    }

    @PostMapping("/{id}/supprimer")
    String delete(Actor.Agent agent, @PathVariable UUID id) {
        views.delete(agent, new SavedView.Id(id));
        return "redirect:" + ADDRESS;
    }

    private SaveViews.Kept own(Actor.Agent agent, UUID id) {
        var kept = views.one(agent, new SavedView.Id(id));
        if (!kept.own()) {
            throw new NotFound();
        }
        return kept;
    }

    private static String one(SaveViews.Kept kept, Model model) {
        model.addAttribute("kept", kept);
        return "desk/view";
    }

    private static String name(ViewForm form) {
        return Objects.requireNonNull(form.name()).strip();
    }
}
