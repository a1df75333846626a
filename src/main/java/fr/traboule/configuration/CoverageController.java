package fr.traboule.configuration;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.AreaShapes;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.RecordsPermission;
import fr.traboule.routing.Coverage;
import fr.traboule.routing.Route;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.web.DateFields;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who answers for a subject on the map of the commune, on a day; and every subject for which nobody is named somewhere. */
@Controller
class CoverageController {

    private final Coverage coverage;
    private final Subjects subjects;
    private final Directory directory;
    private final AreaShapes shapes;
    private final Permissions permissions;
    private final Clock clock;

    CoverageController(
            Coverage coverage,
            Subjects subjects,
            Directory directory,
            AreaShapes shapes,
            Permissions permissions,
            Clock clock) {
        this.coverage = coverage;
        this.subjects = subjects;
        this.directory = directory;
        this.shapes = shapes;
        this.permissions = permissions;
        this.clock = clock;
    }

    record MapForm(@Nullable String subject, @Nullable DateFields day) {}

    /**
     * Those who answer, with their number on the map.
     *
     * @param number 0 for parts where nobody is named
     */
    record Answer(int number, String unit, String organisation, List<Coverage.Part> parts) {}

    @GetMapping(ConfigurationPages.ADDRESS + "/carte")
    String show(Actor actor, @ModelAttribute("form") MapForm form, BindingResult errors, Wording wording, Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var today = CityTime.day(clock.instant());
        var asked = Optional.ofNullable(form.day()).filter(day -> !day.isEmpty());
        var day = asked.flatMap(DateFields::date).orElse(today);
        if (asked.isPresent() && asked.get().date().isEmpty()) {
            errors.rejectValue("day", "configuration.day.missing");
        }
        model.addAttribute("day", day);
        model.addAttribute("subjects", options(wording));
        model.addAttribute("gaps", coverage.gaps(today));
        Optional.ofNullable(form.subject())
                .flatMap(subjects::byCode)
                .ifPresent(subject -> map(subject, day, wording, model));
        return "configuration/coverage";
    }

    private void map(Subject subject, LocalDate day, Wording wording, Model model) {
        var parts = coverage.of(subject, day);
        model.addAttribute("subject", subject);
        model.addAttribute("answers", answers(parts, wording));
        model.addAttribute(
                "shapes",
                shapes.of(parts.stream().map(part -> part.area().code()).toList()));
    }

    private List<Answer> answers(List<Coverage.Part> parts, Wording wording) {
        var byRoute = new LinkedHashMap<Optional<Route>, List<Coverage.Part>>();
        parts.forEach(part -> byRoute.computeIfAbsent(
                        part.isGap() ? Optional.empty() : Optional.of(part.route()), route -> new ArrayList<>())
                .add(part));
        var answers = new ArrayList<Answer>();
        byRoute.forEach((route, inside) -> {
            var there = inside.getFirst().route();
            answers.add(new Answer(
                    route.isEmpty() ? 0 : answers.size() + 1,
                    directory.unit(there.unit()).name().in(wording.language()).text(),
                    directory
                            .organisation(there.organisation())
                            .name()
                            .in(wording.language())
                            .text(),
                    inside));
        });
        return answers;
    }

    private List<Option> options(Wording wording) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", wording.text("configuration.choose")));
        subjects.themes().stream()
                .flatMap(theme -> theme.subjects().stream())
                .map(subject -> Option.of(
                        subject.code(), subject.title().in(wording.language()).text()))
                .forEach(options::add);
        return options;
    }
}
