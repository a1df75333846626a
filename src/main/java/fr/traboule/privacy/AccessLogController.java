package fr.traboule.privacy;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.history.PersonalTrail;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.AdministrationLink;
import fr.traboule.works.WorkViews;
import jakarta.validation.Valid;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The log of who saw which person's data. */
@Controller
class AccessLogController {

    static final String ADDRESS = "/administration/acces";
    private static final int MOST = 50;
    private static final int MOST_EXPORTS = 5;

    private final PersonalTrails trails;
    private final Accounts accounts;
    private final AccountNames names;
    private final WorkViews works;

    AccessLogController(PersonalTrails trails, Accounts accounts, AccountNames names, WorkViews works) {
        this.trails = trails;
        this.accounts = accounts;
        this.names = names;
        this.works = works;
    }

    /** A look as a line of the page. */
    record LookLine(String title, PersonalTrail.Seen seen, String who) {}

    @Bean
    static AdministrationLink accessLogLink() {
        return new AdministrationLink(
                ADDRESS, "privacy.log.title", "privacy.log.summary", PrivacyPermission.READ_ACCESS_LOG);
    }

    @GetMapping(ADDRESS)
    String show(
            Actor actor,
            @Valid @ModelAttribute("form") AccessLogForm form,
            BindingResult errors,
            @RequestParam(name = "avant", defaultValue = "") String before,
            Model model) {
        var query = query(form, errors);
        var found = errors.hasErrors() || query == null
                ? List.<PersonalTrails.Line>of()
                : trails.search(
                        actor, query, PersonalTrail.Position.of(before).orElse(PersonalTrail.Position.LAST), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(line -> new LookLine(
                                line.title(), line.seen(), names.of(line.seen().account())))
                        .toList());
        model.addAttribute("works", works.askedBy(actor, TrailWork.KIND, MOST_EXPORTS));
        model.addAttribute("asked", !form.isEmpty());
        model.addAttribute(
                "person",
                errors.hasErrors() ? null : AccessLogForm.typed(form.person()).orElse(null));
        model.addAttribute("first", before.isEmpty() ? null : address(form).toUriString());
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? address(form)
                                .queryParam(
                                        "avant",
                                        shown.getLast().seen().position().toString())
                                .toUriString()
                        : null);
        return "privacy/log";
    }

    private PersonalTrail.@Nullable Search query(AccessLogForm form, BindingResult errors) {
        var number = AccessLogForm.typed(form.number()).map(RequestNumber::of);
        if (number.isPresent() && number.get().isEmpty()) {
            errors.rejectValue("number", "privacy.log.number.wrong");
        }
        var agent = AccessLogForm.typed(form.agent()).map(accounts::byEmail);
        if (agent.isPresent() && agent.get().isEmpty()) {
            errors.rejectValue("agent", "privacy.log.agent.unknown");
        }
        var from = day(form.from(), "from", errors);
        var until = day(form.until(), "until", errors);
        return errors.hasErrors()
                ? null
                : new PersonalTrail.Search(
                        number.flatMap(found -> found).map(RequestNumber::signs),
                        AccessLogForm.typed(form.person()),
                        agent.flatMap(found -> found).map(Account::id),
                        from.map(CityTime::startOf),
                        until.map(day -> CityTime.startOf(day.plusDays(1))));
    }

    private static Optional<LocalDate> day(@Nullable String typed, String field, BindingResult errors) {
        try {
            return AccessLogForm.typed(typed).map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            errors.rejectValue(field, "privacy.log.day.wrong");
            return Optional.empty();
        }
    }

    private static UriComponentsBuilder address(AccessLogForm form) {
        var address = UriComponentsBuilder.fromPath(ADDRESS);
        AccessLogForm.typed(form.number()).ifPresent(value -> address.queryParam("number", value));
        AccessLogForm.typed(form.person()).ifPresent(value -> address.queryParam("person", value));
        AccessLogForm.typed(form.agent()).ifPresent(value -> address.queryParam("agent", value));
        AccessLogForm.typed(form.from()).ifPresent(value -> address.queryParam("from", value));
        AccessLogForm.typed(form.until()).ifPresent(value -> address.queryParam("until", value));
        return address.encode();
    }
}
