package fr.traboule.routing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.city.Area;
import fr.traboule.city.Directory;
import fr.traboule.city.Territory;
import fr.traboule.city.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Invariant I5 on the real data: at every instant exactly one unit answers. */
@WholeProgramTest
class LyonRoutesTests {

    @Autowired
    RouteRequest routeRequest;

    @Autowired
    Subjects subjects;

    @Autowired
    Territory territory;

    @Autowired
    Directory directory;

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2026-11-22", "2027-01-01", "2050-02-28"})
    void anythingAnywhereHasOneOpenUnit(LocalDate day) {
        assertThat(allSubjects()).hasSize(88);
        assertThat(everywhere()).hasSize(1 + 58 + 9 + 36 + 1);
        assertThat(allSubjects().flatMap(subject -> everywhere().map(area -> unit(Optional.of(subject), area, day))))
                .allMatch(Unit::open);
    }

    @Test
    void whatHasNoSubjectGoesToTriageWhereverItIs() {
        assertThat(everywhere().map(area -> unit(Optional.empty(), area, LocalDate.of(2026, 11, 22))))
                .extracting(Unit::code)
                .containsOnly("orientation-demandes");
    }

    @Test
    void aLampInAnotherCommuneGoesToTriage() {
        var lamp = subjects.byCode("lampadaire-eteint");
        var villeurbanne = Optional.of("69266");

        assertThat(territory.area("69266")).isPresent();
        assertThat(unit(lamp, villeurbanne, LocalDate.of(2026, 11, 22)).code()).isEqualTo("orientation-demandes");
        assertThat(unit(lamp, Optional.of("69383"), LocalDate.of(2026, 11, 22)).code())
                .isEqualTo("eclairage-public");
    }

    @Test
    void allComplaintsGoToTheUnitForComplaints() {
        var complaints = allSubjects()
                .filter(subject -> subject.nature() == Nature.COMPLAINT)
                .toList();

        assertThat(complaints).isNotEmpty();
        assertThat(complaints.stream()
                        .flatMap(subject ->
                                everywhere().map(area -> unit(Optional.of(subject), area, LocalDate.of(2026, 11, 22)))))
                .extracting(Unit::code)
                .containsOnly("qualite-reclamations");
    }

    private Unit unit(Optional<Subject> subject, Optional<String> area, LocalDate day) {
        return directory.unit(routeRequest.route(subject, area, day).unit());
    }

    private Stream<Subject> allSubjects() {
        return subjects.themes().stream().map(SubjectTheme::subjects).flatMap(List::stream);
    }

    /** In no known place, in each area, and in one that does not exist. */
    private Stream<Optional<String>> everywhere() {
        var areas = Arrays.stream(Area.Level.values())
                .flatMap(level -> territory.areas(level).stream())
                .map(Area::code)
                .map(Optional::of);
        return Stream.concat(Stream.of(Optional.<String>empty(), Optional.of("nowhere")), areas);
    }
}
