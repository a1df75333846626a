package fr.traboule.reception;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was answered on the spot, and says how much of it there was in an agent's units. */
@Service
@Transactional
public class LogEncounter {

    static final Duration COUNTED = Duration.ofDays(30);

    private final Encounters encounters;
    private final Directory directory;
    private final Posts posts;
    private final Permissions permissions;
    private final Clock clock;

    LogEncounter(Encounters encounters, Directory directory, Posts posts, Permissions permissions, Clock clock) {
        this.encounters = encounters;
        this.directory = directory;
        this.posts = posts;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @throws AccessDeniedException where the agent does not work in that unit, or it is not they who met somebody */
    public void log(Actor.Agent agent, Encounter encounter) {
        permissions.require(agent, ReceptionPermission.LOG_ENCOUNTER);
        if (!encounter.agent().equals(agent.account())
                || !posts.of(agent.account()).contains(encounter.unit())) {
            throw new AccessDeniedException(ReceptionPermission.LOG_ENCOUNTER.code());
        }
        if (encounter.at().isAfter(clock.instant())) {
            throw new IllegalArgumentException("Nobody was met in the future");
        }
        encounters.add(encounter);
    }

    /** The last first. */
    List<Encounter> ofToday(Actor.Agent agent, Encounter.Position before, int most) {
        permissions.require(agent, ReceptionPermission.LOG_ENCOUNTER);
        var today = CityTime.startOf(CityTime.day(clock.instant()));
        return encounters.of(directory.unitsOf(agent.account()), today, before, most);
    }

    List<Encounters.Count> counts(Actor.Agent agent) {
        permissions.require(agent, ReceptionPermission.LOG_ENCOUNTER);
        return encounters.counts(
                directory.unitsOf(agent.account()), clock.instant().minus(COUNTED));
    }
}
