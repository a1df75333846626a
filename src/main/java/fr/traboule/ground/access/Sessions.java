package fr.traboule.ground.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The sessions of staff: seen by who has them, ended one by one or all at once, on every machine. */
@Service
public class Sessions {

    /** Where the browser's own words about itself are kept. */
    static final String BROWSER = "browser";

    private static final int HANDLE = 16;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * A session as it may be shown.
     *
     * @param handle names it, without being the secret by which the browser holds it
     * @param browser as it calls itself, if it does
     */
    public record OpenSession(String handle, Instant since, Instant lastSeen, Optional<String> browser) {

        static OpenSession of(Session session) {
            return new OpenSession(
                    Sessions.handle(session.getId()),
                    session.getCreationTime(),
                    session.getLastAccessedTime(),
                    Optional.ofNullable(session.<@Nullable String>getAttribute(BROWSER)));
        }
    }

    /** The one used last first. */
    public List<OpenSession> of(AccountId account) {
        return all(account).stream()
                .map(OpenSession::of)
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    public void end(AccountId account, String handle) {
        all(account).stream()
                .filter(session -> handle(session.getId()).equals(handle))
                .forEach(session -> sessions.deleteById(session.getId()));
    }

    public void endAll(AccountId account) {
        all(account).forEach(session -> sessions.deleteById(session.getId()));
    }

    public void endAllBut(AccountId account, String sessionToKeep) {
        all(account).stream()
                .filter(session -> !session.getId().equals(sessionToKeep))
                .forEach(session -> sessions.deleteById(session.getId()));
    }

    private List<? extends Session> all(AccountId account) {
        return List.copyOf(
                sessions.findByPrincipalName(account.value().toString()).values());
    }

    public static String handle(String sessionId) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HANDLE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
