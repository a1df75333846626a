package fr.traboule.ground.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.traboule.ground.database.Remembered;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Says what an actor may do, from the table of roles. The table is read again after a short while. */
@Service
public class Permissions {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Remembered<Map<String, Set<String>>> byRole = new Remembered<>(FRESH, this::read);

    private record Line(String role, String permission) {}

    Permissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean allow(Actor actor, Permission permission) {
        return actor instanceof Actor.Program
                || actor.roles().stream().anyMatch(role -> of(role).contains(permission.code()));
    }

    /** @throws AccessDeniedException where the actor may not; the message names the permission, never the person */
    public void require(Actor actor, Permission permission) {
        if (!allow(actor, permission)) {
            throw new AccessDeniedException(permission.code());
        }
    }

    /** Codes of all that a role may do, in their order. */
    public List<String> given(Role role) {
        return of(role).stream().sorted().toList();
    }

    /** The roles of staff that may do what this code names. */
    public List<Role> allowing(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.RESIDENT)
                .filter(role -> of(role).contains(code))
                .toList();
    }

    private Set<String> of(Role role) {
        return byRole.get().getOrDefault(role.code(), Set.of());
    }

    private Map<String, Set<String>> read() {
        return jdbc.sql("select role, permission from ground.role_permission").query(Line.class).list().stream()
                .collect(groupingBy(Line::role, mapping(Line::permission, toUnmodifiableSet())));
    }
}
