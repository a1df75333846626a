package fr.traboule.routing;

import fr.traboule.city.Area;
import fr.traboule.city.Directory;
import fr.traboule.city.Territory;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Who answers for what in each part of the commune, and where nobody was named: there the triage team sees to it. */
@Service
public class Coverage {

    private static final int DAYS_AHEAD = 365;

    private final JdbcSubjects subjects;
    private final RouteRequest routes;
    private final Territory territory;
    private final Directory directory;

    Coverage(JdbcSubjects subjects, RouteRequest routes, Territory territory, Directory directory) {
        this.subjects = subjects;
        this.routes = routes;
        this.territory = territory;
        this.directory = directory;
    }

    /**
     * One part of the commune.
     *
     * @param route who answers there
     * @param named how many lines name somebody for it: none is a gap; of several, the most precise counts
     */
    public record Part(Area area, Route route, int named) {

        public boolean isGap() {
            return named == 0;
        }
    }

    /**
     * A subject for which nobody is named somewhere.
     *
     * @param from the day from which that is so
     * @param parts in how many parts of the commune
     */
    public record Gap(Subject subject, LocalDate from, int parts) {}

    public List<Part> of(Subject subject, LocalDate day) {
        return parts().stream()
                .map(area -> new Part(
                        area,
                        routes.route(Optional.of(subject), Optional.of(area.code()), day),
                        routes.named(subject, area.code(), day)))
                .toList();
    }

    /** On that day, or within a year after it. */
    public List<Gap> gaps(LocalDate day) {
        return subjects.themes().stream()
                .flatMap(theme -> theme.subjects().stream())
                .filter(subject -> subject.nature() != Nature.COMPLAINT)
                .flatMap(subject -> gap(subject, day).stream())
                .toList();
    }

    /** Something can only become a gap on the day after a line ends. */
    private Optional<Gap> gap(Subject subject, LocalDate day) {
        var ends = subjects.of(subject.id()).stream()
                .flatMap(competence -> competence.validTo().stream())
                .map(last -> last.plusDays(1))
                .filter(next -> next.isAfter(day) && next.isBefore(day.plusDays(DAYS_AHEAD)));
        return Stream.concat(Stream.of(day), ends.sorted())
                .map(from -> gapOn(subject, from))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Gap> gapOn(Subject subject, LocalDate day) {
        var empty = (int) parts().stream()
                .filter(area -> routes.named(subject, area.code(), day) == 0)
                .count();
        return empty == 0 ? Optional.empty() : Optional.of(new Gap(subject, day, empty));
    }

    /** The smallest areas of our commune: its quarters, its arrondissements, or itself. */
    private List<Area> parts() {
        var commune = directory.settings().commune();
        return Stream.of(Area.Level.QUARTIER, Area.Level.ARRONDISSEMENT, Area.Level.COMMUNE)
                .map(level -> territory.areas(level).stream()
                        .filter(area -> isIn(area, commune))
                        .toList())
                .filter(areas -> !areas.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private boolean isIn(Area area, String commune) {
        return territory.upFrom(area.code()).stream().anyMatch(above -> Objects.equals(above.code(), commune));
    }
}
