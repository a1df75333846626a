package fr.traboule.staff;

import static java.util.Comparator.comparing;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.web.DateFields;
import fr.traboule.web.Option;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When one is away, and for heads of units when their people are. */
@Controller
@RequestMapping(AbsencesController.ADDRESS)
class AbsencesController {

    static final String ADDRESS = "/agents/absences";

    private final Absences absences;
    private final AccountNames names;
    private final Clock clock;

    AbsencesController(Absences absences, AccountNames names, Clock clock) {
        this.absences = absences;
        this.names = names;
        this.clock = clock;
    }

    /** @param who account; oneself where it is not said */
    record AbsenceForm(
            @Nullable UUID who,
            @Valid @Nullable DateFields from,
            @Valid @Nullable DateFields until) {}

    record AbsenceLine(Absence absence, String who, boolean begun) {}

    @GetMapping
    String show(Actor.Agent agent, @RequestParam(name = "fait", required = false) @Nullable String done, Model model) {
        model.addAttribute("form", new AbsenceForm(agent.account().value(), null, null));
        model.addAttribute("done", done != null);
        return page(agent, model);
    }

    @PostMapping
    String away(Actor.Agent agent, @Valid @ModelAttribute("form") AbsenceForm form, BindingResult errors, Model model) {
        var first = day(form.from(), "from", errors);
        var last = day(form.until(), "until", errors);
        if (!errors.hasErrors() && last.isBefore(first)) {
            errors.rejectValue("until", "staff.absence.before");
        } else if (!errors.hasErrors() && last.isBefore(CityTime.day(clock.instant()))) {
            errors.rejectValue("until", "staff.absence.past");
        } else if (!errors.hasErrors() && first.plusDays(Absences.LONGEST_DAYS).isBefore(last)) {
            errors.rejectValue("until", "staff.absence.long");
        }
        if (errors.hasErrors()) {
            return page(agent, model);
        }
        var who = Optional.ofNullable(form.who()).map(AccountId::new).orElse(agent.account());
        absences.away(agent, who, first, last);
        return "redirect:" + ADDRESS + "?fait";
    }

    @PostMapping("/{absence}/retour")
    String back(Actor.Agent agent, @PathVariable UUID absence) {
        absences.back(agent, absence);
        return "redirect:" + ADDRESS + "?fait";
    }

    private static LocalDate day(@Nullable DateFields typed, String field, BindingResult errors) {
        var day = Optional.ofNullable(typed).flatMap(DateFields::date);
        if (day.isEmpty()) {
            errors.rejectValue(field, "staff.absence." + field + ".wrong");
        }
        return day.orElse(LocalDate.EPOCH);
    }

    private String page(Actor.Agent agent, Model model) {
        var people = absences.people(agent);
        var today = CityTime.day(clock.instant());
        model.addAttribute(
                "absences",
                absences.of(agent, people).stream()
                        .map(absence -> new AbsenceLine(
                                absence,
                                names.of(absence.account()),
                                !absence.firstDay().isAfter(today)))
                        .toList());
        model.addAttribute("people", options(people));
        return "staff/absences";
    }

    /** Oneself, then the others by name. */
    private List<Option> options(List<AccountId> people) {
        var options = people.stream()
                .map(account -> Option.of(account.value().toString(), names.of(account)))
                .toList();
        return Stream.concat(options.stream().limit(1), options.stream().skip(1).sorted(comparing(Option::label)))
                .toList();
    }
}
