package fr.traboule.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileStore;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/** One letter: its state, its file, and what an agent can say of it besides making a request of it. */
@Controller
@RequestMapping("/agents/courrier/{id}")
class LetterController {

    private static final int LONGEST = 300;
    private static final int MOST_JOINABLE = 50;

    private final ReadLetters readLetters;
    private final HandleLetters handle;
    private final LetterViews views;

    LetterController(ReadLetters readLetters, HandleLetters handle, LetterViews views) {
        this.readLetters = readLetters;
        this.handle = handle;
        this.views = views;
    }

    /**
     * What an agent says of a letter.
     *
     * @param version of the letter as the agent saw it
     * @param to the letter that it is part of
     */
    record SettleForm(
            @Nullable SettleReason reason,

            @Size(max = LONGEST, message = "{paper.letter.words.tooLong}") @Nullable
            String words,

            @NotNull(message = "{paper.letter.version.missing}") @Nullable
            Integer version,

            @Nullable UUID to) {

        Optional<String> said() {
            return Optional.ofNullable(words).map(String::strip).filter(text -> !text.isEmpty());
        }

        int seen() {
            return version == null ? -1 : version;
        }
    }

    @GetMapping
    String show(Actor.Agent agent, @PathVariable UUID id, Wording wording, Model model) {
        model.addAttribute("form", new SettleForm(null, null, null, null));
        return page(agent, id, wording, model);
    }

    @PostMapping("/sans-demande")
    String settle(
            Actor.Agent agent,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SettleForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        if (form.reason() == null) {
            errors.rejectValue("reason", "paper.letter.reason.missing");
        }
        if (form.reason() == SettleReason.NO_REQUEST_NEEDED && form.said().isEmpty()) {
            errors.rejectValue("words", "paper.letter.words.missing");
        }
        var reason = form.reason();
        return errors.hasErrors() || reason == null
                ? page(agent, id, wording, model)
                : after(
                        handle.settle(agent, new LetterId(id), form.seen(), reason, form.said()),
                        agent,
                        id,
                        wording,
                        model);
    }

    @PostMapping("/reprendre")
    String takeBack(
            Actor.Agent agent,
            @PathVariable UUID id,
            @ModelAttribute("form") SettleForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        return after(handle.takeBack(agent, new LetterId(id), form.seen()), agent, id, wording, model);
    }

    @PostMapping("/joindre")
    String join(
            Actor.Agent agent,
            @PathVariable UUID id,
            @ModelAttribute("form") SettleForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        if (errors.getTarget() == null) {
            throw new NotFound();
        }
        var to = form.to();
        if (to == null) {
            errors.rejectValue("to", "paper.letter.join.missing");
            return page(agent, id, wording, model);
        }
        return after(handle.join(agent, new LetterId(id), form.seen(), new LetterId(to)), agent, id, wording, model);
    }

    @PostMapping("/separer")
    String separate(
            Actor.Agent agent,
            @PathVariable UUID id,
            @ModelAttribute("form") SettleForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        return after(handle.separate(agent, new LetterId(id), form.seen()), agent, id, wording, model);
    }

    private String after(HandleLetters.Outcome outcome, Actor.Agent agent, UUID id, Wording wording, Model model) {
        return switch (outcome) {
            case DONE -> "redirect:/agents/courrier/" + id;
            case CHANGED_MEANWHILE -> page(agent, id, wording, model.addAttribute("changedMeanwhile", true));
        };
    }

    private String page(Actor.Agent agent, UUID id, Wording wording, Model model) {
        var opened = readLetters.seenBy(agent, new LetterId(id)).orElseThrow(NotFound::new);
        model.addAttribute("line", views.line(opened.letter(), wording));
        model.addAttribute("opened", opened);
        model.addAttribute("story", views.story(readLetters.story(opened.letter()), wording));
        model.addAttribute(
                "reasons",
                Arrays.stream(SettleReason.values())
                        .map(reason -> Option.of(reason.name(), wording.text(reason)))
                        .toList());
        model.addAttribute(
                "joinable",
                opened.letter().isToQualify() && opened.others().isEmpty()
                        ? readLetters.joinable(agent, opened.letter(), MOST_JOINABLE).stream()
                                .map(other -> Option.of(
                                        other.id().value().toString(),
                                        other.name() + " – " + wording.longDate(other.stampedOn())))
                                .toList()
                        : List.of());
        return "paper/letter";
    }

    /** Saved, never opened in our pages; a picture may be shown beside the form. */
    @GetMapping("/fichier")
    ResponseEntity<byte[]> file(Actor.Agent agent, @PathVariable UUID id) {
        var opening = readLetters.file(agent, new LetterId(id)).orElseThrow(NotFound::new);
        return switch (opening) {
            case FileStore.Content content -> saved(content);
            case FileStore.Closed closed -> throw new NotFound();
            case FileStore.OutOfReach away ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        };
    }

    private static ResponseEntity<byte[]> saved(FileStore.Content content) {
        var name = ContentDisposition.attachment()
                .filename(content.file().name(), UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(content.bytes());
    }
}
