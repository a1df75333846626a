package fr.traboule.paper;

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

/** The units that an agent works in, to say which one the paper is for. */
@Component
class OwnUnits {

    private final Directory directory;
    private final Posts posts;

    OwnUnits(Directory directory, Posts posts) {
        this.directory = directory;
        this.posts = posts;
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
        return of(agent).stream()
                .map(unit -> Option.of(unit.code(), unit.name().in(language).text()))
                .toList();
    }

    private List<Unit> of(Actor.Agent agent) {
        return posts.of(agent.account()).stream()
                .map(directory::unit)
                .sorted(Comparator.comparing(Unit::code))
                .toList();
    }
}
