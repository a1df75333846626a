package fr.traboule.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** All components on one living page. Its form keeps nothing: sent empty, it shows what errors look like. */
@Controller
class ComponentsController {

    private static final List<String> FOUND = List.of("one", "two", "three");

    private final Clock clock;

    ComponentsController(Clock clock) {
        this.clock = clock;
    }

    /** One field of each kind. */
    record SampleForm(
            @NotBlank(message = "{web.components.missing}") @Nullable
            String text,

            @NotBlank(message = "{web.components.missing}")
            @Size(max = 200, message = "{web.components.tooLong}")
            @Nullable
            String textarea,

            @NotNull(message = "{web.components.missing}") @Nullable
            DateFields date,

            @NotNull(message = "{web.components.missing}") @Nullable
            String radios,

            @NotNull(message = "{web.components.missing}") @Nullable
            List<String> checkboxes,

            @NotBlank(message = "{web.components.missing}") @Nullable
            String select,

            @NotBlank(message = "{web.components.missing}") @Nullable
            String searchWords,

            @Nullable String search,
            @Nullable MultipartFile file) {}

    @GetMapping("/composants")
    String show(Wording wording, Model model) {
        model.addAttribute("form", new SampleForm(null, null, null, null, null, null, null, null, null));
        return page(wording, List.of(), model);
    }

    @PostMapping("/composants")
    String check(
            @Valid @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            @RequestParam(name = "chercher", required = false) @Nullable String search,
            Wording wording,
            Model model) {
        if (form.date() != null
                && !errors.hasFieldErrors("date")
                && form.date().date().isEmpty()) {
            errors.rejectValue("date", "web.components.wrongDate");
        }
        return page(wording, search == null ? List.of() : options(wording), model);
    }

    private String page(Wording wording, List<Option> found, Model model) {
        var now = clock.instant();
        model.addAttribute("found", found);
        model.addAttribute("options", options(wording));
        model.addAttribute(
                "rows",
                List.of(new SummaryRow(
                        wording.text("web.components.key"),
                        List.of(wording.text("web.components.value")),
                        "/composants")));
        model.addAttribute(
                "entries",
                List.of(
                        entry(now.minus(Duration.ofHours(2)), wording, false),
                        entry(now.minus(Duration.ofHours(1)), wording, true)));
        model.addAttribute("qrCode", QrCode.of("https://example.org"));
        return "web/components";
    }

    private static TimelineEntry entry(Instant at, Wording wording, boolean internal) {
        return new TimelineEntry(
                at, wording.text("web.components.key"), null, wording.text("web.components.value"), internal);
    }

    private static List<Option> options(Wording wording) {
        return FOUND.stream()
                .map(name -> new Option(
                        name, wording.text("web.components.option." + name), wording.text("web.components.hint")))
                .toList();
    }
}
