package fr.traboule;

import fr.traboule.city.AssignPost;
import fr.traboule.city.Directory;
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
    private final AssignPost assignPost;
    private final Directory directory;

    public StaffFixture(OpenAccount openAccount, AssignPost assignPost, Directory directory) {
        this.openAccount = openAccount;
        this.assignPost = assignPost;
        this.directory = directory;
    }

    /** A new member of staff of that unit. */
    public Actor.Agent agent(Role role, String unit) {
        var wanted = new OpenAccount.NewAccount(
                UUID.randomUUID() + "@demo.example", "Test " + role, "a long enough password", Set.of(role));
        var opened = (OpenAccount.Opened) openAccount.open(wanted);
        assignPost.assign(opened.id(), directory.unit(unit).orElseThrow().id());
        return new Actor.Agent(opened.id(), Set.of(role));
    }

    /** Signs that member of staff in, for one request. */
    public static RequestPostProcessor signedIn(Actor.Agent agent) {
        var staff = new StaffMember(agent.account(), "Test", agent.roles());
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(staff, null, List.of()));
    }
}
