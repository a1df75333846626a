package fr.traboule.ground.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * At each request of somebody who is signed in: whether they still work here, with which roles today, and whether their
 * session is not too old. What an administrator changes counts from the next page on.
 */
class StillStaff extends OncePerRequestFilter {

    private final CurrentActor actor;
    private final Accounts accounts;
    private final AccessRuleBook rules;
    private final Clock clock;

    StillStaff(CurrentActor actor, Accounts accounts, AccessRuleBook rules, Clock clock) {
        this.actor = actor;
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = Optional.ofNullable(request.getSession(false));
        var who = actor.staff().map(StaffMember::id).or(() -> actor.pending().map(PendingStaff::id));
        var account = who.flatMap(accounts::byId).filter(known -> !known.isClosed());
        if (who.isPresent()
                && (account.isEmpty() || session.filter(this::isTooOld).isPresent())) {
            SecurityContextHolder.clearContext();
            session.ifPresent(HttpSession::invalidate);
        } else {
            actor.staff()
                    .ifPresent(staff -> account.map(Account::staffMember)
                            .filter(today -> !today.equals(staff))
                            .ifPresent(StillStaff::isNow));
        }
        chain.doFilter(request, response);
    }

    /** For this request; the session keeps what it was begun with. */
    private static void isNow(StaffMember today) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(today, null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    private boolean isTooOld(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime())
                .plus(rules.current().longest())
                .isBefore(clock.instant());
    }
}
