package fr.traboule.routing;

import fr.traboule.city.Area;
import fr.traboule.city.CitySettings;
import fr.traboule.city.Directory;
import fr.traboule.city.Location;
import fr.traboule.city.Organisation;
import fr.traboule.city.OrganisationId;
import fr.traboule.city.Point;
import fr.traboule.city.Territory;
import fr.traboule.city.Unit;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.web.Language;
import fr.traboule.web.Translated;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small city: five units of its own, a quarter in an arrondissement, and a Métropole. */
final class RoutingFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final OrganisationId CITY = new OrganisationId(UUID.randomUUID());
    static final OrganisationId METROPOLE = new OrganisationId(UUID.randomUUID());

    static final Unit TRIAGE = unit("triage", true);
    static final Unit COMPLAINTS = unit("complaints", true);
    static final Unit LIGHTING = unit("lighting", true);
    static final Unit GARDENS = unit("gardens", true);
    static final Unit CLOSED = unit("closed", false);

    static final Subject LAMP = subject("lamp", Nature.REPORT);
    static final Subject COMPLAINT = subject("complaint", Nature.COMPLAINT);

    private RoutingFixture() {}

    /** Routes by these competences, which are all those of {@link #LAMP} and of {@link #COMPLAINT}. */
    static RouteRequest routing(Competence... competences) {
        return new RouteRequest(
                subject ->
                        subject.equals(LAMP.id()) || subject.equals(COMPLAINT.id()) ? List.of(competences) : List.of(),
                new SmallTerritory(),
                new SmallDirectory());
    }

    static Competence everywhere(Unit unit) {
        return in(null, unit);
    }

    static Competence in(@Nullable String area, Unit unit) {
        return new Competence(Optional.ofNullable(area), METROPOLE, unit.id(), Optional.empty(), Optional.empty());
    }

    static Competence between(@Nullable LocalDate from, @Nullable LocalDate to, Unit unit) {
        return new Competence(
                Optional.empty(), METROPOLE, unit.id(), Optional.ofNullable(from), Optional.ofNullable(to));
    }

    static Subject subject(String code, Nature nature) {
        var words = new Translated(Map.of(Language.FR, code));
        return new Subject(
                new SubjectId(UUID.randomUUID()),
                code,
                "theme",
                nature,
                true,
                false,
                false,
                5,
                Sameness.USUAL,
                words,
                words);
    }

    private static Unit unit(String code, boolean open) {
        return new Unit(
                new UnitId(UUID.randomUUID()),
                code,
                Optional.empty(),
                CITY,
                new Translated(Map.of(Language.FR, code)),
                Optional.empty(),
                Optional.empty(),
                open);
    }

    /** « quarter » in « arrondissement » in « commune ». */
    private record SmallTerritory() implements Territory {

        private static final List<Area> AREAS = List.of(
                new Area("quarter", Area.Level.QUARTIER, "Quarter", "arrondissement"),
                new Area("arrondissement", Area.Level.ARRONDISSEMENT, "Arrondissement", "commune"),
                new Area("commune", Area.Level.COMMUNE, "Commune", null),
                new Area("elsewhere", Area.Level.COMMUNE, "Elsewhere", null));

        @Override
        public Location locate(Point point) {
            return new Location(List.of(), List.of());
        }

        @Override
        public Optional<Area> area(String code) {
            return AREAS.stream().filter(area -> area.code().equals(code)).findFirst();
        }

        @Override
        public List<Area> areas(Area.Level level) {
            return AREAS.stream().filter(area -> area.level() == level).toList();
        }

        @Override
        public List<Area> upFrom(String code) {
            return code.equals("elsewhere")
                    ? area(code).stream().toList()
                    : AREAS.stream()
                            .filter(area -> !area.code().equals("elsewhere"))
                            .dropWhile(area -> !area.code().equals(code))
                            .toList();
        }
    }

    private record SmallDirectory() implements Directory {

        private static final List<Unit> UNITS = List.of(TRIAGE, COMPLAINTS, LIGHTING, GARDENS, CLOSED);

        @Override
        public Collection<Organisation> organisations() {
            return List.of();
        }

        @Override
        public Unit unit(UnitId id) {
            return UNITS.stream()
                    .filter(unit -> unit.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public Optional<Unit> unit(String code) {
            return UNITS.stream().filter(unit -> unit.code().equals(code)).findFirst();
        }

        @Override
        public Collection<Unit> units() {
            return UNITS;
        }

        @Override
        public Organisation organisation(OrganisationId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Organisation> organisation(String code) {
            return Optional.empty();
        }

        @Override
        public CitySettings settings() {
            return new CitySettings(
                    "commune", TRIAGE.id(), COMPLAINTS.id(), 10, "A", Optional.empty(), Optional.empty());
        }

        @Override
        public Set<UnitId> unitsOf(AccountId account) {
            return Set.of();
        }
    }
}
