package fr.traboule.bulk;

import fr.traboule.desk.QueueAct;
import fr.traboule.desk.QueueSelection;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Many requests handled together: say what is to be done, read what will happen, decide, hold back. */
@Controller
@RequestMapping(BulkController.ADDRESS)
class BulkController {

    static final String ADDRESS = "/agents/ensemble";
    private static final String FORM = "form";
    private static final int MOST = 50;
    private static final int MOST_BATCHES = 20;

    private final PrepareBatch prepare;
    private final Batches batches;
    private final BatchViews views;
    private final AnswerText texts;
    private final QueueSelection selection;

    BulkController(
            PrepareBatch prepare, Batches batches, BatchViews views, AnswerText texts, QueueSelection selection) {
        this.prepare = prepare;
        this.batches = batches;
        this.views = views;
        this.texts = texts;
        this.selection = selection;
    }

    @PostMapping("/repondre")
    String answer(
            Actor.Agent agent,
            @RequestParam(name = QueueAct.NUMBER, defaultValue = "") List<String> numbers,
            @RequestParam(name = QueueAct.ALL, defaultValue = "false") boolean all,
            @RequestParam(name = QueueAct.QUERY, defaultValue = "") String query) {
        return begin(
                agent, BulkAct.ANSWER, all ? selection.found(agent, query) : QueueSelection.chosen(numbers), query);
    }

    @PostMapping("/confier")
    String assign(
            Actor.Agent agent,
            @RequestParam(name = QueueAct.NUMBER, defaultValue = "") List<String> numbers,
            @RequestParam(name = QueueAct.ALL, defaultValue = "false") boolean all,
            @RequestParam(name = QueueAct.QUERY, defaultValue = "") String query) {
        return begin(
                agent, BulkAct.ASSIGN, all ? selection.found(agent, query) : QueueSelection.chosen(numbers), query);
    }

    private String begin(Actor.Agent agent, BulkAct act, List<RequestNumber> numbers, String query) {
        return prepare.begin(agent, act, numbers)
                .map(id -> "redirect:" + ADDRESS + "/" + id.value())
                .orElseGet(() -> QueueSelection.nothingChosen(query));
    }

    @GetMapping
    String list(Actor.Agent agent, Wording wording, Model model) {
        model.addAttribute(
                "views",
                prepare.of(agent, MOST_BATCHES).stream()
                        .map(batch -> views.of(agent, batch, List.of(), wording))
                        .toList());
        return "bulk/list";
    }

    /** @param read number of the request whose answer is to be read */
    @GetMapping("/{id}")
    String show(
            Actor.Agent agent,
            @PathVariable UUID id,
            @RequestParam(name = "apres", defaultValue = "0") int after,
            @RequestParam(name = "lire", defaultValue = "") String read,
            @RequestParam(name = "tard", defaultValue = "") String late,
            Wording wording,
            Model model) {
        var batch = prepare.show(agent, new BatchId(id));
        model.addAttribute("late", !late.isEmpty());
        if (batch.state() == BatchState.DRAFT) {
            model.addAttribute(FORM, BulkForm.of(batch));
            return ask(agent, batch, wording, model);
        }
        var lines = batches.lines(batch.id(), after, MOST + 1);
        model.addAttribute(
                "view", views.of(agent, batch, lines.stream().limit(MOST).toList(), wording));
        model.addAttribute("example", example(agent, batch, read).orElse(null));
        model.addAttribute("first", after > 0 ? batch.address() : null);
        model.addAttribute(
                "next",
                lines.size() > MOST
                        ? batch.address() + "?apres=" + lines.get(MOST - 1).position()
                        : null);
        return "bulk/batch";
    }

    /**
     * The answer to one of them, as it will leave.
     *
     * @param number of the request that it answers
     */
    record Example(RequestNumber number, String words) {}

    /** Of the one that was asked for, or of the first. */
    private Optional<Example> example(Actor.Agent agent, Batch batch, String read) {
        if (batch.act() != BulkAct.ANSWER || batch.state() != BatchState.READY) {
            return Optional.empty();
        }
        var possible = batches.lines(batch.id(), 0, QueueSelection.MOST).stream()
                .filter(line -> line.ahead()
                        .filter(ahead -> ahead.result() == LineResult.DONE)
                        .isPresent())
                .map(line -> line.seen().number())
                .toList();
        return possible.stream()
                .filter(number -> number.toString().equals(read))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .flatMap(number -> texts.of(agent, batch, number).map(text -> new Example(number, text.words())));
    }

    private String ask(Actor.Agent agent, Batch batch, Wording wording, Model model) {
        var lines = batches.lines(batch.id(), 0, QueueSelection.MOST);
        model.addAttribute(
                "view", views.of(agent, batch, lines.stream().limit(MOST).toList(), wording));
        if (batch.act() == BulkAct.ASSIGN) {
            model.addAttribute("choices", views.colleagues(agent, batch, lines));
        } else {
            var none = Stream.of(Option.of("", wording.text("bulk.model.none")));
            model.addAttribute(
                    "choices",
                    Stream.concat(none, views.models(agent, batch, lines, wording).stream())
                            .toList());
        }
        return "bulk/ask";
    }

    @PostMapping("/{id}")
    String say(
            Actor.Agent agent,
            @PathVariable UUID id,
            @Valid @ModelAttribute(FORM) BulkForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var batch = prepare.show(agent, new BatchId(id));
        var wanted = wanted(batch, form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("late", false);
            return batch.state() == BatchState.DRAFT ? ask(agent, batch, wording, model) : back(id, false);
        }
        return back(id, prepare.say(agent, batch.id(), form.seen(), wanted));
    }

    private static PrepareBatch.Wanted wanted(Batch batch, BulkForm form, BindingResult errors) {
        if (batch.act() == BulkAct.ASSIGN) {
            var colleague = BulkForm.typed(form.colleague()).flatMap(AccountId::of);
            if (colleague.isEmpty()) {
                errors.rejectValue("colleague", "bulk.colleague.missing");
            }
            return new PrepareBatch.Wanted(colleague, Optional.empty(), Optional.empty());
        }
        var model = BulkForm.typed(form.model());
        var words = BulkForm.typed(form.words());
        if (model.isEmpty() && words.isEmpty()) {
            errors.rejectValue("words", "bulk.words.missing");
        }
        if (model.isPresent() && words.isPresent()) {
            errors.rejectValue("words", "bulk.words.both");
        }
        return new PrepareBatch.Wanted(Optional.empty(), model, words);
    }

    @PostMapping("/{id}/modifier")
    String sayAnew(Actor.Agent agent, @PathVariable UUID id, @RequestParam(defaultValue = "-1") int version) {
        return back(id, prepare.sayAnew(agent, new BatchId(id), version));
    }

    @PostMapping("/{id}/lancer")
    String start(Actor.Agent agent, @PathVariable UUID id, @RequestParam(defaultValue = "-1") int version) {
        return back(id, prepare.start(agent, new BatchId(id), version));
    }

    @PostMapping("/{id}/retenir")
    String holdBack(Actor.Agent agent, @PathVariable UUID id) {
        return back(id, prepare.holdBack(agent, new BatchId(id)));
    }

    @PostMapping("/{id}/abandonner")
    String drop(Actor.Agent agent, @PathVariable UUID id) {
        return prepare.drop(agent, new BatchId(id)) ? "redirect:/agents" : back(id, false);
    }

    private static String back(UUID id, boolean done) {
        return "redirect:" + ADDRESS + "/" + id + (done ? "" : "?tard=oui");
    }
}
