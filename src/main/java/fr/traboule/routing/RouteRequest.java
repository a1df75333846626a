package fr.traboule.routing;

import static java.util.Comparator.comparingInt;

import fr.traboule.city.Area;
import fr.traboule.city.Directory;
import fr.traboule.city.Territory;
import fr.traboule.city.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Finds the one accountable unit for a request. There always is one: what nobody knows how to place goes to triage, and a
 * complaint goes to the unit that looks after complaints.
 */
@Service
public class RouteRequest {

    private final Competences competences;
    private final Territory territory;
    private final Directory directory;

    RouteRequest(Competences competences, Territory territory, Directory directory) {
        this.competences = competences;
        this.territory = territory;
        this.directory = directory;
    }

    /**
     * @param subject what it is about, if that is known
     * @param area code of the smallest area where it is, if that is known
     */
    public Route route(Optional<Subject> subject, Optional<String> area, LocalDate day) {
        if (subject.isEmpty()) {
            return triage();
        }
        if (subject.get().nature() == Nature.COMPLAINT) {
            return ours(directory.settings().complaintUnit());
        }
        var fromSmallest = fromSmallest(area);
        return valid(subject.get(), fromSmallest, day)
                .min(comparingInt(competence -> precision(competence, fromSmallest)))
                .map(competence -> new Route(competence.unit(), competence.organisation()))
                .orElseGet(this::triage);
    }

    /**
     * Who answers a complaint about what a unit did: those who look after complaints, else those above that unit, else triage;
     * never the unit itself nor one that it is above of, as long as the city has another one.
     */
    public Route complaint(UnitId against) {
        var settings = directory.settings();
        return Stream.of(
                        Stream.of(settings.complaintUnit()),
                        directory.unit(against).parent().stream(),
                        Stream.of(settings.triageUnit()))
                .flatMap(units -> units)
                .filter(unit ->
                        isElsewhere(unit, against) && directory.unit(unit).open())
                .findFirst()
                .map(this::ours)
                .orElseGet(() -> ours(settings.complaintUnit()));
    }

    /** Whether it is neither that unit nor below it. */
    private boolean isElsewhere(UnitId unit, UnitId against) {
        return Stream.iterate(
                        Optional.of(unit),
                        Optional::isPresent,
                        at -> at.flatMap(below -> directory.unit(below).parent()))
                .noneMatch(at -> at.equals(Optional.of(against)));
    }

    /** How many lines name somebody for that subject in that area. */
    int named(Subject subject, String area, LocalDate day) {
        return (int) valid(subject, fromSmallest(Optional.of(area)), day).count();
    }

    private List<String> fromSmallest(Optional<String> area) {
        return area.stream()
                .flatMap(code -> territory.upFrom(code).stream())
                .map(Area::code)
                .toList();
    }

    private Stream<Competence> valid(Subject subject, List<String> fromSmallest, LocalDate day) {
        return competences.of(subject.id()).stream()
                .filter(competence -> competence.isValidOn(day))
                .filter(competence ->
                        competence.area().map(fromSmallest::contains).orElse(isOurs(fromSmallest)))
                .filter(competence -> directory.unit(competence.unit()).open());
    }

    /** Who answers in general, and in each area where it is somebody else; what the page of a subject says. */
    public List<AreaRoute> routes(Subject subject, LocalDate day) {
        var special = competences.of(subject.id()).stream()
                .filter(competence -> competence.isValidOn(day))
                .flatMap(competence -> competence.area().stream())
                .sorted()
                .map(area -> new AreaRoute(Optional.of(area), route(Optional.of(subject), Optional.of(area), day)));
        var general = new AreaRoute(Optional.empty(), route(Optional.of(subject), Optional.empty(), day));
        return Stream.concat(Stream.of(general), special).toList();
    }

    /** What is ours in general is so in our own commune: elsewhere triage sees who answers there. */
    private boolean isOurs(List<String> areas) {
        return areas.isEmpty() || areas.contains(directory.settings().commune());
    }

    /** The smaller, the more precise. */
    private static int precision(Competence competence, List<String> fromSmallest) {
        return competence.area().map(fromSmallest::indexOf).orElse(Integer.MAX_VALUE);
    }

    private Route triage() {
        return ours(directory.settings().triageUnit());
    }

    private Route ours(UnitId unit) {
        return new Route(unit, directory.unit(unit).organisation());
    }
}
