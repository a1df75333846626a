package fr.traboule;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.access.StaffMember;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People who work for the city, for the tests. */
@TestComponent
public class StaffFixture {

    private final OpenAccount openAccount;
    private final Posts posts;
    private final Directory directory;

    public StaffFixture(OpenAccount openAccount, Posts posts, Directory directory) {
        this.openAccount = openAccount;
        this.posts = posts;
        this.directory = directory;
    }

    /** A new member of staff of that unit. */
    public Actor.Agent agent(Role role, String unit) {
        var agent = agent(role);
        posts.assign(agent.account(), directory.unit(unit).orElseThrow().id());
        return agent;
    }

    /** A new member of staff of no unit. */
    public Actor.Agent agent(Role role) {
        var wanted = new OpenAccount.NewAccount(
                UUID.randomUUID() + "@demo.example", "Test " + role, "a long enough password", Set.of(role));
        var opened = (OpenAccount.Opened) openAccount.open(wanted);
        return new Actor.Agent(opened.id(), Set.of(role));
    }

    /** Signs that member of staff in, for one request. */
    public static RequestPostProcessor signedIn(Actor.Agent agent) {
        var staff = new StaffMember(agent.account(), "Test", agent.roles());
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(staff, null, List.of()));
    }
}
