package fr.traboule.paper;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.Receipts;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.ReserveNumbers;
import fr.traboule.web.DeskLink;
import fr.traboule.web.NotFound;
import fr.traboule.web.QrCode;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Outage sheets: printed beforehand, and listed until each is a request or somebody said why it will be none. */
@Controller
@RequestMapping(SheetsController.ADDRESS)
class SheetsController {

    static final String ADDRESS = "/agents/fiches-de-secours";
    private static final int MOST = 50;
    private static final int LONGEST = 300;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final PrintSheets printSheets;
    private final ReserveNumbers numbers;
    private final Receipts receipts;
    private final LetterViews views;
    private final OwnUnits units;
    private final Permissions permissions;

    SheetsController(
            PrintSheets printSheets,
            ReserveNumbers numbers,
            Receipts receipts,
            LetterViews views,
            OwnUnits units,
            Permissions permissions) {
        this.printSheets = printSheets;
        this.numbers = numbers;
        this.receipts = receipts;
        this.views = views;
        this.units = units;
        this.permissions = permissions;
    }

    @Bean
    @Order(6)
    static DeskLink sheetsLink() {
        return new DeskLink(ADDRESS, "paper.sheets.title", PaperPermission.PRINT_SHEETS);
    }

    /**
     * How many to print, and for whom.
     *
     * @param key made with the page: pressed twice, it is one batch
     */
    record PrintForm(
            @NotNull(message = "{paper.sheets.key.missing}") @Nullable
            UUID key,

            @NotNull(message = "{paper.sheets.howMany.wrong}")
            @Min(value = 1, message = "{paper.sheets.howMany.wrong}")
            @Max(value = PrintSheets.MOST, message = "{paper.sheets.howMany.wrong}")
            @Nullable
            Integer howMany,

            @Nullable String unit,
            @Nullable String number) {}

    /** Why one is spoiled. */
    record SpoilForm(
            @NotNull(message = "{paper.sheet.reason.missing}")
            @Size(max = LONGEST, message = "{paper.sheet.reason.tooLong}")
            @Nullable
            String reason,

            @Nullable Integer version) {}

    /** A sheet as it is printed, with what the person takes away. */
    record PrintedSheet(Receipt receipt, QrCode qrCode) {}

    @GetMapping
    String show(
            Actor.Agent agent,
            Wording wording,
            @RequestParam(name = "apres", required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute("form", new PrintForm(LetterId.next().value(), null, null, null));
        return page(agent, after, wording, model);
    }

    @PostMapping
    String print(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") PrintForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        permissions.require(agent, PaperPermission.PRINT_SHEETS);
        var unit = units.chosen(agent, form.unit());
        if (unit.isEmpty()) {
            errors.rejectValue("unit", "paper.letters.unit.missing");
        }
        var key = form.key();
        var howMany = form.howMany();
        if (errors.hasErrors() || key == null || howMany == null) {
            return page(agent, null, wording, model);
        }
        printSheets.print(agent, key, unit.orElseThrow().id(), howMany);
        return "redirect:" + ADDRESS + "/lot/" + key;
    }

    /** Goes to the form for the sheet of that number. */
    @PostMapping("/saisir")
    String typeIn(
            Actor.Agent agent,
            @ModelAttribute("form") PrintForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        permissions.require(agent, PaperPermission.PRINT_SHEETS);
        var sheet = Optional.ofNullable(form.number())
                .flatMap(RequestNumber::of)
                .flatMap(number -> printSheets.toTypeIn(agent, number));
        if (sheet.isEmpty()) {
            errors.rejectValue("number", "paper.sheets.number.wrong");
        } else if (!sheet.get().canBeTypedIn()) {
            errors.rejectValue("number", "paper.sheets.number.used");
        }
        return errors.hasErrors()
                ? page(agent, null, wording, model)
                : "redirect:/agents/nouvelle?fiche=" + sheet.orElseThrow().number();
    }

    private String page(Actor.Agent agent, @Nullable UUID after, Wording wording, Model model) {
        var found = printSheets.printed(agent, after == null ? FIRST : after, MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute(
                "lines", shown.stream().map(sheet -> views.line(sheet, wording)).toList());
        model.addAttribute("units", units.options(agent, wording.language()));
        model.addAttribute("first", after == null ? null : ADDRESS);
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? ADDRESS + "?apres=" + shown.getLast().request().value()
                        : null);
        return "paper/sheets";
    }

    @GetMapping("/toutes")
    String all(
            Actor.Agent agent,
            Wording wording,
            @RequestParam(name = "avant", required = false) @Nullable UUID before,
            Model model) {
        var found = printSheets.all(agent, before == null ? LAST : before, MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute(
                "lines", shown.stream().map(sheet -> views.line(sheet, wording)).toList());
        model.addAttribute("first", before == null ? null : ADDRESS + "/toutes");
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? ADDRESS + "/toutes?avant=" + shown.getLast().request().value()
                        : null);
        return "paper/allSheets";
    }

    @GetMapping("/lot/{batch}")
    String batch(Actor.Agent agent, @PathVariable UUID batch, Model model) {
        var sheets = printSheets.batch(agent, batch).stream()
                .filter(sheet -> sheet.state() == SheetState.PRINTED)
                .map(sheet -> numbers.receipt(sheet.request(), sheet.number()))
                .map(receipt -> new PrintedSheet(receipt, receipts.qrCode(receipt)))
                .toList();
        if (sheets.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("sheets", sheets);
        return "paper/print";
    }

    @GetMapping("/{number}")
    String sheet(Actor.Agent agent, @PathVariable String number, Wording wording, Model model) {
        model.addAttribute("form", new SpoilForm(null, null));
        return sheetPage(agent, known(number), wording, model);
    }

    @PostMapping("/{number}/perdue")
    String spoil(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute("form") SpoilForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var reason = Optional.ofNullable(form.reason()).map(String::strip).orElse("");
        if (reason.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("reason", "paper.sheet.reason.missing");
        }
        if (errors.hasErrors()) {
            return sheetPage(agent, known(number), wording, model);
        }
        var version = Optional.ofNullable(form.version()).orElse(-1);
        return printSheets.spoil(agent, known(number), version, reason)
                ? "redirect:" + ADDRESS + "/" + known(number)
                : sheetPage(agent, known(number), wording, model.addAttribute("changedMeanwhile", true));
    }

    private String sheetPage(Actor.Agent agent, RequestNumber number, Wording wording, Model model) {
        var sheet = printSheets.find(agent, number).orElseThrow(NotFound::new);
        model.addAttribute("line", views.line(sheet, wording));
        return "paper/sheet";
    }

    private static RequestNumber known(String number) {
        return RequestNumber.of(number).orElseThrow(NotFound::new);
    }
}
