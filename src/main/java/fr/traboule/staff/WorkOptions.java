package fr.traboule.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Role;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import fr.traboule.web.Wordings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The roles and units that somebody may be given. */
@Component
class WorkOptions {

    private final Directory directory;
    private final Wordings wordings;

    WorkOptions(Directory directory, Wordings wordings) {
        this.directory = directory;
        this.wordings = wordings;
    }

    void add(Language language, Model model) {
        var in = wordings.in(language);
        model.addAttribute(
                "roles",
                staffRoles()
                        .map(role -> new Option(
                                role.code(),
                                in.text("web.role." + role.code()),
                                in.text("web.role." + role.code() + ".hint")))
                        .toList());
        model.addAttribute(
                "units",
                directory.units().stream()
                        .filter(Unit::open)
                        .map(unit ->
                                Option.of(unit.code(), unit.name().in(language).text()))
                        .sorted(Comparator.comparing(Option::label))
                        .toList());
    }

    /** What was chosen; anything else that a form might carry is left out. */
    ManageAccounts.Work work(@Nullable String name, @Nullable List<String> roles, @Nullable List<String> units) {
        var wantedRoles = Objects.requireNonNullElse(roles, List.<String>of());
        return new ManageAccounts.Work(
                Objects.requireNonNull(name).strip(),
                staffRoles().filter(role -> wantedRoles.contains(role.code())).collect(toUnmodifiableSet()),
                Objects.requireNonNullElse(units, List.<String>of()).stream()
                        .flatMap(code -> directory.unit(code).stream())
                        .map(Unit::id)
                        .collect(toUnmodifiableSet()));
    }

    /** Everybody is a resident; nobody is made one. */
    static Stream<Role> staffRoles() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.RESIDENT);
    }
}
