package fr.traboule.reception;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Actor;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where an agent works, and where somebody may be sent: the units as answers to choose from. */
@Component
class AgentUnits {

    private final Directory directory;
    private final Posts posts;

    AgentUnits(Directory directory, Posts posts) {
        this.directory = directory;
        this.posts = posts;
    }

    /** Those that the agent works in, in the order of their codes. */
    List<Unit> of(Actor.Agent agent) {
        return posts.of(agent.account()).stream()
                .map(directory::unit)
                .sorted(Comparator.comparing(Unit::code))
                .toList();
    }

    /** The one that they chose of theirs, or the first. */
    Optional<Unit> chosen(Actor.Agent agent, @Nullable String code) {
        var mine = of(agent);
        return mine.stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }

    List<Option> options(Actor.Agent agent, Language language) {
        return options(of(agent), language);
    }

    /** All that are open, in the order of their names. */
    List<Option> all(Language language) {
        return options(directory.units().stream().filter(Unit::open).toList(), language).stream()
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    private static List<Option> options(List<Unit> units, Language language) {
        return units.stream()
                .map(unit -> Option.of(unit.code(), unit.name().in(language).text()))
                .toList();
    }
}
