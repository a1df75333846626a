package fr.traboule.requests;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import org.springframework.stereotype.Component;

/** The scope of each agent, for those who may read requests at all. */
@Component
public class Scopes {

    private final Directory directory;
    private final Posts posts;
    private final Permissions permissions;

    Scopes(Directory directory, Posts posts, Permissions permissions) {
        this.directory = directory;
        this.posts = posts;
        this.permissions = permissions;
    }

    public Scope of(Actor.Agent agent) {
        permissions.require(agent, RequestPermission.READ);
        return among(agent);
    }

    /** Of somebody whom another permission lets in. */
    Scope among(Actor.Agent agent) {
        return new Scope(directory.unitsOf(agent.account()), posts.of(agent.account()), agent.account());
    }
}
