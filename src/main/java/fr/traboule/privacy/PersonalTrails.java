package fr.traboule.privacy;

import static java.util.Comparator.comparing;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.PersonalTrail;
import fr.traboule.ground.history.PersonalTrail.Extent;
import fr.traboule.ground.history.PersonalTrail.Position;
import fr.traboule.ground.history.PersonalTrail.Search;
import fr.traboule.ground.history.PersonalTrail.Seen;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who saw which person's data, whatever module keeps it: the logs of all read as one, by the data-protection officer alone. */
@Service
@Transactional
class PersonalTrails {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final List<PersonalTrail> trails;
    private final Permissions permissions;

    PersonalTrails(List<PersonalTrail> trails, Permissions permissions) {
        this.trails = trails.stream().sorted(comparing(PersonalTrail::code)).toList();
        this.permissions = permissions;
    }

    /** A look, and of what kind of thing: key of its text. */
    record Line(String title, Seen seen) {}

    /**
     * Where a file about one person stands.
     *
     * @param trail code of the module that is being read
     * @param after the last thing told of it
     */
    record At(String trail, UUID after) {

        static At of(String text) {
            var parts = text.split(":", 2);
            return new At(parts[0], UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return trail + ":" + after;
        }
    }

    /**
     * Some of what is about one person, all of one kind.
     *
     * @param next where it goes on, empty at the end
     */
    record Part(PersonalTrail trail, List<UUID> subjects, Optional<At> next) {}

    /** The last first. */
    List<Line> search(Actor actor, Search search, Position before, int most) {
        permissions.require(actor, PrivacyPermission.READ_ACCESS_LOG);
        return trails.stream()
                .flatMap(
                        trail -> trail.search(search, before, most).stream().map(seen -> new Line(trail.title(), seen)))
                .sorted(comparing((Line line) -> line.seen().position()).reversed())
                .limit(most)
                .toList();
    }

    /** Looks are counted up to a limit only, in each module. */
    Extent extentOf(Actor actor, String person, int mostLooks) {
        permissions.require(actor, PrivacyPermission.READ_ACCESS_LOG);
        return trails.stream().map(trail -> trail.extentOf(person, mostLooks)).reduce(new Extent(0, 0), Extent::plus);
    }

    /** What is about one person, a part at a time; that the officer gathers it is logged. */
    Part part(Actor.Agent officer, String person, Optional<At> at, int most) {
        permissions.require(officer, PrivacyPermission.READ_ACCESS_LOG);
        var index = at.map(where -> indexOf(where.trail())).orElse(0);
        var trail = trails.get(index);
        var found =
                trail.subjectsOf(officer.account(), person, at.map(At::after).orElse(BEFORE_ALL), most);
        var next = found.size() == most
                ? Optional.of(new At(trail.code(), found.getLast()))
                : trails.stream().skip(index + 1L).findFirst().map(other -> new At(other.code(), BEFORE_ALL));
        return new Part(trail, found, next);
    }

    private int indexOf(String code) {
        for (var index = 0; index < trails.size(); index++) {
            if (trails.get(index).code().equals(code)) {
                return index;
            }
        }
        throw new IllegalArgumentException("No trail " + code);
    }
}
