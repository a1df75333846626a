package fr.traboule.staff;

import fr.traboule.ground.access.Sessions;
import fr.traboule.ground.access.Sessions.OpenSession;
import java.util.List;

/** A session as a line of a page. */
record SessionLine(OpenSession session, Browser browser, boolean current) {

    static List<SessionLine> of(List<OpenSession> sessions, String currentId) {
        var current = Sessions.handle(currentId);
        return sessions.stream()
                .map(session -> new SessionLine(
                        session,
                        Browser.of(session.browser().orElse("")),
                        session.handle().equals(current)))
                .toList();
    }
}
