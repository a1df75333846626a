package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came to an open request since an agent last did anything with it, so that a list tells it before the page does. */
public enum News implements Labelled {
    /** The person told more, asked or not. */
    REPLIED,
    /** They were asked, reminded, and did not reply. */
    NO_REPLY,
    /** The answer did not do. */
    REOPENED,
    /** Another unit said what it thinks. */
    OPINION_GIVEN;

    private static final String KINDS =
            Arrays.stream(values()).map(news -> "'" + news.code() + "'").collect(Collectors.joining(", "));

    /** As a column: the last fact that is news, or that an agent brought about, of the request on that line. */
    static String lastFact(String line) {
        return """
                (select h.kind from requests.history h
                  where h.subject_id = %s.request_id and (h.actor_kind = 'agent' or h.kind in (%s))
                  order by h.id desc limit 1) as last_fact""".formatted(line, KINDS);
    }

    static Optional<News> of(String lastFact) {
        return Arrays.stream(values())
                .filter(news -> news.code().equals(lastFact))
                .findFirst();
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
