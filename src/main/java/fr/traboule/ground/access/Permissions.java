package fr.traboule.ground.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    private record Known(Map<String, Set<String>> byRole, Instant readAt) {}

    private record Line(String role, String permission) {}

    Permissions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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

    private Set<String> of(Role role) {
        var now = clock.instant();
        if (now.isAfter(known.readAt.plus(FRESH)) || known.readAt.isAfter(now)) {
            known = new Known(read(), now);
        }
        return known.byRole.getOrDefault(role.code(), Set.of());
    }

    private Map<String, Set<String>> read() {
        return jdbc.sql("select role, permission from ground.role_permission").query(Line.class).list().stream()
                .collect(groupingBy(Line::role, mapping(Line::permission, toUnmodifiableSet())));
    }
}
