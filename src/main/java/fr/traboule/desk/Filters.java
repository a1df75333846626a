package fr.traboule.desk;

import static java.util.Comparator.comparing;

import fr.traboule.city.Area;
import fr.traboule.city.AreaOptions;
import fr.traboule.city.Directory;
import fr.traboule.city.Territory;
import fr.traboule.city.Unit;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.FindRequests;
import fr.traboule.requests.QueueView;
import fr.traboule.requests.RequestFilter;
import fr.traboule.requests.RequestStatus;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectTheme;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/** Reads filters, offers what there is to choose from, and says which are on. What is not for an agent is unknown to them. */
@Component
class Filters {

    private static final int MOST_PEOPLE = 300;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9_000;

    private final FindRequests requests;
    private final Directory directory;
    private final Subjects subjects;
    private final Territory territory;
    private final AreaOptions areas;
    private final AccountNames names;

    Filters(
            FindRequests requests,
            Directory directory,
            Subjects subjects,
            Territory territory,
            AreaOptions areas,
            AccountNames names) {
        this.requests = requests;
        this.directory = directory;
        this.subjects = subjects;
        this.territory = territory;
        this.areas = areas;
        this.names = names;
    }

    /** What there is to choose from; the first of each takes all. */
    record Choices(
            List<Option> units,
            List<Option> subjects,
            List<Option> areas,
            List<Option> people,
            List<Option> statuses) {}

    /**
     * A filter that is on.
     *
     * @param without address of the same list without it
     */
    record Chip(String label, String value, String without) {}

    /** Empty where something is unknown: it is said, and nothing is shown rather than more than was wanted. */
    Optional<RequestFilter> read(Actor.Agent agent, FilterForm form, Errors errors) {
        var view = chosen(form.view(), "view", errors, Filters::view);
        var units =
                chosen(form.unit(), "unit", errors, code -> unit(agent, code).map(this::withThoseBelow));
        var subject =
                chosen(form.subject(), "subject", errors, subjects::byCode).map(Subject::id);
        var within =
                chosen(form.area(), "area", errors, code -> territory.area(code).map(this::withThoseInside));
        var person = chosen(form.person(), "person", errors, id -> person(agent, id));
        var status = chosen(form.status(), "status", errors, Filters::status);
        chosen(form.state(), "state", errors, state -> Optional.of(state).filter(FilterForm.OPEN::equals));
        var from = day(form.from(), "from", errors);
        var until = day(form.until(), "until", errors);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            errors.rejectValue("until", "desk.filter.order");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new RequestFilter(
                        view.orElse(QueueView.ALL),
                        units,
                        subject,
                        within,
                        person,
                        status,
                        FilterForm.typed(form.state()).isPresent(),
                        from,
                        until));
    }

    /** The same where there is no page to say what is unknown. */
    Optional<RequestFilter> read(Actor.Agent agent, FilterForm form) {
        return read(agent, form, new BeanPropertyBindingResult(form, "form"));
    }

    private static <T> Optional<T> chosen(
            @Nullable String typed, String field, Errors errors, Function<String, Optional<T>> known) {
        var value = FilterForm.typed(typed);
        var found = errors.hasFieldErrors(field) ? Optional.<T>empty() : value.flatMap(known);
        if (value.isPresent() && found.isEmpty() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "desk.filter.unknown");
        }
        return found;
    }

    private static Optional<LocalDate> day(@Nullable String typed, String field, Errors errors) {
        var value = FilterForm.typed(typed);
        var day = value.flatMap(Filters::day);
        if (value.isPresent() && day.isEmpty() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "desk.filter.day");
        }
        return day;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<QueueView> view(String code) {
        return Arrays.stream(QueueView.values())
                .filter(view -> view.code().equals(code))
                .findFirst();
    }

    private static Optional<RequestStatus> status(String code) {
        return Arrays.stream(RequestStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    private Optional<Unit> unit(Actor.Agent agent, String code) {
        return directory
                .unit(code)
                .filter(unit -> directory.unitsOf(agent.account()).contains(unit.id()));
    }

    private Set<UnitId> withThoseBelow(Unit unit) {
        var below = new HashSet<>(Set.of(unit.id()));
        var before = 0;
        while (below.size() > before) {
            before = below.size();
            directory.units().stream()
                    .filter(other -> other.parent().filter(below::contains).isPresent())
                    .forEach(other -> below.add(other.id()));
        }
        return Set.copyOf(below);
    }

    private Set<String> withThoseInside(Area area) {
        return Stream.concat(
                        Stream.of(area.code()),
                        Arrays.stream(Area.Level.values())
                                .flatMap(level -> territory.areas(level).stream())
                                .map(Area::code)
                                .filter(code -> territory.upFrom(code).stream()
                                        .anyMatch(above -> above.code().equals(area.code()))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<AccountId> person(Actor.Agent agent, String id) {
        return AccountId.of(id).filter(account -> requests.people(agent).contains(account));
    }

    /** @param statuses those that the list may have */
    Choices choices(Actor.Agent agent, Stream<RequestStatus> statuses, Wording wording) {
        return new Choices(
                all(
                        wording,
                        directory.unitsOf(agent.account()).stream()
                                .map(directory::unit)
                                .map(unit -> Option.of(unit.code(), name(unit, wording)))
                                .sorted(comparing(Option::label))),
                all(
                        wording,
                        subjects.themes().stream()
                                .map(SubjectTheme::subjects)
                                .flatMap(List::stream)
                                .map(subject -> Option.of(
                                        subject.code(),
                                        subject.title().in(wording.language()).text()))
                                .sorted(comparing(Option::label))),
                areas.all(wording.text("desk.filter.all")),
                all(
                        wording,
                        requests.people(agent).stream()
                                .map(account -> Option.of(account.value().toString(), names.of(account)))
                                .sorted(comparing(Option::label))
                                .limit(MOST_PEOPLE)),
                all(wording, statuses.map(status -> Option.of(status.code(), wording.text(status)))));
    }

    private static List<Option> all(Wording wording, Stream<Option> options) {
        return Stream.concat(Stream.of(Option.of("", wording.text("desk.filter.all"))), options)
                .toList();
    }

    private static String name(Unit unit, Wording wording) {
        return unit.name().in(wording.language()).text();
    }

    /**
     * Those that are on, in words; of parts of the queue only that which is none.
     *
     * @param path of the list
     * @param others what else stands in its address
     */
    List<Chip> chips(FilterForm form, RequestFilter filter, String path, Map<String, String> others, Wording wording) {
        var chips = new ArrayList<Chip>();
        var given = new LinkedHashMap<>(others);
        given.putAll(form.given());
        given.forEach((name, value) -> {
            var said = said(name, value, filter, wording);
            if (said.isPresent()) {
                var without = new LinkedHashMap<>(given);
                without.remove(name);
                chips.add(new Chip(wording.text("desk.filter." + name), said.get(), FilterForm.address(path, without)));
            }
        });
        return chips;
    }

    private Optional<String> said(String name, String value, RequestFilter filter, Wording wording) {
        return switch (name) {
            case FilterForm.VIEW ->
                Optional.of(filter.view())
                        .filter(view -> view == QueueView.FILED)
                        .map(wording::text);
            case "unit" -> directory.unit(value).map(unit -> name(unit, wording));
            case "subject" ->
                subjects.byCode(value)
                        .map(subject -> subject.title().in(wording.language()).text());
            case "area" -> territory.area(value).map(Area::name);
            case "person" -> filter.holder().map(names::of);
            case "status" -> filter.status().map(wording::text);
            case "state" -> Optional.of(wording.text("desk.filter.state.open"));
            case "from" -> filter.from().map(wording::date);
            case "until" -> filter.until().map(wording::date);
            default -> Optional.empty();
        };
    }
}
