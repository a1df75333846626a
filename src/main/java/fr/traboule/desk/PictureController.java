package fr.traboule.desk;

import static fr.traboule.desk.CasePage.known;

import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.DrawPicture.Size;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.HiddenSquares;
import fr.traboule.requests.HiddenSquares.Block;
import fr.traboule.requests.Picture.Decided;
import fr.traboule.requests.PictureReason;
import fr.traboule.requests.PreparePictures;
import fr.traboule.requests.PreparePictures.Found;
import fr.traboule.requests.PreparePictures.Obstacle;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A photo under a grid of squares, of which an agent hides some before everybody may see it. What is hidden so far stands in the
 * address: nothing is kept until they say so, and the browser's way back undoes a step.
 */
@Controller
@RequestMapping(CasePage.ADDRESS + "/photos/{file}")
class PictureController {

    /** For what cannot be shown. */
    private static final Size NO_SIZE = new Size(4, 3);

    private final PreparePictures pictures;
    private final AccountNames names;

    PictureController(PreparePictures pictures, AccountNames names) {
        this.pictures = pictures;
        this.names = names;
    }

    /** What is done with the squares that are ticked or named. */
    enum Step {
        HIDE,
        /** Everything between them too. */
        HIDE_BETWEEN,
        UNCOVER,
        /** Look at them closely. */
        CLOSER,
        WHOLE,
        /** See it as everybody would. */
        RESULT
    }

    /** The photo as the agent sees it now. */
    record Table(Found found, HiddenSquares hidden, PictureView view, Optional<String> decidedBy) {

        String number() {
            return found.request().number().toString();
        }

        String address() {
            return "/agents/demandes/" + number() + "/photos/"
                    + found.picture().file().id().value();
        }

        /** Where the photo is, with that hidden so far and looked at so closely. */
        String at(HiddenSquares squares, PictureView from) {
            return address() + "?hidden=" + squares.code() + "&view=" + from.code() + "#photo";
        }

        /** It turned out that no copy can be made. */
        Table because(Obstacle obstacle) {
            return new Table(
                    new Found(found.request(), found.picture(), Optional.empty(), Optional.of(obstacle)),
                    hidden,
                    view,
                    decidedBy);
        }

        Optional<Decided> decided() {
            return found.picture().decided();
        }

        /** Of a picture that shows it, in points of a page. */
        int height(int width) {
            return found.size()
                    .map(size -> Math.max(1, (int) ((long) width * size.height() / size.width())))
                    .orElse(width);
        }
    }

    @GetMapping
    String show(
            Actor.Agent agent,
            @PathVariable String number,
            @PathVariable UUID file,
            @RequestParam(name = "faire", required = false) @Nullable Step step,
            @Valid @ModelAttribute("form") PictureForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var table = table(agent, number, file, form, errors);
        return switch (step) {
            case null -> page(table, wording, model);
            case RESULT -> result(table, model);
            case WHOLE -> "redirect:" + table.at(table.hidden(), PictureView.whole(table.hidden()));
            case HIDE, HIDE_BETWEEN, UNCOVER, CLOSER -> {
                var chosen = chosen(table.view(), form, errors);
                var around = Block.around(chosen);
                if (around.isEmpty() && !errors.hasErrors()) {
                    errors.rejectValue("squares", "desk.picture.squares.none");
                }
                yield errors.hasErrors() || around.isEmpty()
                        ? page(table, wording, model)
                        : "redirect:" + after(table, step, chosen, around.get());
            }
        };
    }

    private static String after(Table table, Step step, List<Block> chosen, Block around) {
        var hidden = table.hidden();
        var view = table.view();
        return switch (step) {
            case HIDE -> table.at(hidden.with(chosen), view);
            case HIDE_BETWEEN -> table.at(hidden.with(List.of(around)), view);
            case UNCOVER -> table.at(hidden.without(chosen), view);
            case CLOSER -> table.at(hidden, view.around(around));
            case WHOLE, RESULT -> table.at(hidden, view);
        };
    }

    /** A box that does not stand on the page was invented; a name may be mistyped. */
    private static List<Block> chosen(PictureView view, PictureForm form, BindingResult errors) {
        var chosen = new ArrayList<Block>();
        for (var index : form.square()) {
            if (index < 0 || index >= view.squares()) {
                throw new NotFound();
            }
            chosen.add(view.square(index));
        }
        if (!errors.hasErrors() && form.squares() != null && !form.squares().isBlank()) {
            view.named(form.squares())
                    .ifPresentOrElse(chosen::addAll, () -> errors.rejectValue("squares", "desk.picture.squares.wrong"));
        }
        return chosen;
    }

    /** As it would be seen: drawn by the program, never the file that somebody sent. */
    @GetMapping("/vue")
    ResponseEntity<byte[]> look(
            Actor.Agent agent,
            @PathVariable String number,
            @PathVariable UUID file,
            @RequestParam String hidden,
            @RequestParam String view) {
        return pictures.look(
                        agent,
                        known(number),
                        new FileId(file),
                        hidden,
                        squares -> view(view, squares).map(wanted -> squares.area(wanted.all())))
                .map(picture ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(picture))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/publier")
    String publish(
            Actor.Agent agent,
            @PathVariable String number,
            @PathVariable UUID file,
            @Valid @ModelAttribute("form") PictureForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var table = table(agent, number, file, form, errors);
        var outcome = pictures.publish(agent, new Seen(known(number), form.seen()), new FileId(file), table.hidden());
        return switch (outcome) {
            case PreparePictures.Done done -> "redirect:" + table.address();
            case PreparePictures.ChangedMeanwhile changed ->
                result(table, model.addAttribute("changedMeanwhile", true));
            case PreparePictures.NotPossible(Obstacle obstacle) -> page(table.because(obstacle), wording, model);
        };
    }

    @PostMapping("/refuser")
    String refuse(
            Actor.Agent agent,
            @PathVariable String number,
            @PathVariable UUID file,
            @Valid @ModelAttribute("form") PictureForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var table = table(agent, number, file, form, errors);
        var reason = form.reason();
        if (reason == null) {
            errors.rejectValue("reason", "desk.picture.reason.missing");
        }
        if (reason == null || errors.hasErrors()) {
            return page(table, wording, model);
        }
        var outcome = pictures.refuse(agent, new Seen(known(number), form.seen()), new FileId(file), reason);
        return switch (outcome) {
            case PreparePictures.Done done -> "redirect:" + table.address();
            case PreparePictures.ChangedMeanwhile changed ->
                page(table, wording, model.addAttribute("changedMeanwhile", true));
            case PreparePictures.NotPossible(Obstacle obstacle) -> page(table.because(obstacle), wording, model);
        };
    }

    /** What is hidden so far, or was when somebody decided; a code that makes no sense was invented. */
    private Table table(Actor.Agent agent, String number, UUID file, PictureForm form, BindingResult errors) {
        if (errors.getTarget() == null) {
            throw new NotFound();
        }
        var found = pictures.find(agent, known(number), new FileId(file));
        var decidedBy = found.picture().decided().map(Decided::by).map(names::of);
        var size = found.size().orElse(NO_SIZE);
        var code = Optional.ofNullable(form.hidden())
                .or(() -> found.picture().decided().map(Decided::squares))
                .orElse("");
        var hidden = HiddenSquares.of(code, size).orElseThrow(NotFound::new);
        var view = view(form.view(), hidden).orElseThrow(NotFound::new);
        return new Table(found, hidden, view, decidedBy);
    }

    private static Optional<PictureView> view(@Nullable String code, HiddenSquares squares) {
        return code == null || code.isEmpty() ? Optional.of(PictureView.whole(squares)) : PictureView.of(code, squares);
    }

    private static String page(Table table, Wording wording, Model model) {
        model.addAttribute("table", table);
        model.addAttribute(
                "reasons",
                Arrays.stream(PictureReason.values())
                        .map(reason -> Option.of(reason.name(), wording.text(reason)))
                        .toList());
        return "desk/picture";
    }

    private static String result(Table table, Model model) {
        if (table.found().obstacle().isPresent()) {
            throw new NotFound();
        }
        model.addAttribute("table", table);
        return "desk/pictureResult";
    }
}
