package fr.traboule.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.Unit;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.NotFound;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps filters of the queue under a name, for oneself or for the people of a unit. */
@Service
@Transactional
public class SaveViews {

    /** Of one person. */
    static final int MOST = 30;

    private static final int MOST_SHOWN = 60;

    private final SavedViews views;
    private final Directory directory;
    private final Posts posts;
    private final Permissions permissions;

    SaveViews(SavedViews views, Directory directory, Posts posts, Permissions permissions) {
        this.views = views;
        this.directory = directory;
        this.posts = posts;
        this.permissions = permissions;
    }

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** They have as many as anybody may. */
        TOO_MANY,
        /** They have another of that name. */
        NAME_TAKEN,
        /** Somebody changed it meanwhile. */
        CHANGED_MEANWHILE
    }

    /**
     * A view as one reader has it.
     *
     * @param own whether they saved it themselves
     * @param deletable whether they may delete it
     */
    record Kept(SavedView view, boolean own, boolean deletable) {}

    /** Their own, then those shared with the units that they work in and with those above. */
    List<Kept> of(Actor.Agent agent) {
        permissions.require(agent, RequestPermission.READ);
        return views.of(agent.account(), sharedWith(agent), MOST_SHOWN).stream()
                .map(view -> kept(agent, view))
                .toList();
    }

    Kept one(Actor.Agent agent, SavedView.Id id) {
        permissions.require(agent, RequestPermission.READ);
        return views.byId(id)
                .filter(view -> view.owner().equals(agent.account())
                        || view.unit().filter(sharedWith(agent)::contains).isPresent())
                .map(view -> kept(agent, view))
                .orElseThrow(NotFound::new);
    }

    /** The units with whose people they may share one. */
    Collection<Unit> shareable(Actor.Agent agent) {
        return permissions.allow(agent, DeskPermission.SHARE_VIEWS)
                ? directory.unitsOf(agent.account()).stream()
                        .map(directory::unit)
                        .toList()
                : List.of();
    }

    public Outcome save(Actor.Agent agent, String name, String query, Optional<UnitId> sharedWith) {
        permissions.require(agent, RequestPermission.READ);
        if (sharedWith.isPresent()) {
            permissions.require(agent, DeskPermission.SHARE_VIEWS);
            if (!directory.unitsOf(agent.account()).contains(sharedWith.get())) {
                throw new NotFound();
            }
        }
        if (views.hold(agent.account()) >= MOST) {
            return Outcome.TOO_MANY;
        }
        if (views.hasName(agent.account(), name)) {
            return Outcome.NAME_TAKEN;
        }
        views.add(new SavedView(
                new SavedView.Id(UuidCreator.getTimeOrderedEpoch()), agent.account(), sharedWith, name, query, 0));
        return Outcome.DONE;
    }

    Outcome rename(Actor.Agent agent, SavedView.Id id, int version, String name) {
        var kept = one(agent, id);
        if (!kept.own()) {
            throw new NotFound();
        }
        views.hold(agent.account());
        if (!kept.view().name().equalsIgnoreCase(name) && views.hasName(agent.account(), name)) {
            return Outcome.NAME_TAKEN;
        }
        return views.rename(id, version, name) ? Outcome.DONE : Outcome.CHANGED_MEANWHILE;
    }

    void delete(Actor.Agent agent, SavedView.Id id) {
        if (!one(agent, id).deletable()) {
            throw new NotFound();
        }
        views.delete(id);
    }

    private Kept kept(Actor.Agent agent, SavedView view) {
        var own = view.owner().equals(agent.account());
        return new Kept(
                view,
                own,
                own
                        || permissions.allow(agent, DeskPermission.SHARE_VIEWS)
                                && view.unit()
                                        .filter(directory.unitsOf(agent.account())::contains)
                                        .isPresent());
    }

    /** Those that they work in and those above; and, for who looks after shared views, those below. */
    private Set<UnitId> sharedWith(Actor.Agent agent) {
        var units = new HashSet<UnitId>();
        for (var post : posts.of(agent.account())) {
            var unit = Optional.of(post);
            while (unit.isPresent() && units.add(unit.get())) {
                unit = directory.unit(unit.get()).parent();
            }
        }
        if (permissions.allow(agent, DeskPermission.SHARE_VIEWS)) {
            units.addAll(directory.unitsOf(agent.account()));
        }
        return units;
    }
}
