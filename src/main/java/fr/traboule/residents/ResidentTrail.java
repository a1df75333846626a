package fr.traboule.residents;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import fr.traboule.ground.history.PersonalTrail;
import fr.traboule.ground.history.ReadAccessLog;
import fr.traboule.ground.history.ReadAccessLog.Kept;
import fr.traboule.ground.history.ReadAccessLog.Subjects;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who saw which person's record, and what happened to it. Records know no request, and no number. */
@Service
@Transactional
class ResidentTrail implements PersonalTrail {

    /**
     * Whoever has that e-mail address or number as their own, with all records that are merged with theirs: what a household
     * shares says nothing of who it is. Shorter runs of digits are no number.
     */
    private static final String OF_PERSON = """
            with recursive kin (id) as (
                select residents.root(d.resident_id)
                  from residents.detail d
                 where not d.shared
                   and (d.kind = 'email' and d.key = residents.key('email', :person)
                        or d.kind = 'phone' and d.key = residents.key('phone', :person)
                           and length(residents.key('phone', :person)) >= 6)
                union
                select r.id from kin join residents.resident r on r.merged_into = kin.id)
            select id from kin
            """;

    private static final String NOBODY = "select r.id from residents.resident r where false";

    private final JdbcClient jdbc;
    private final History history;
    private final AccessLog accessLog;
    private final ReadAccessLog log;
    private final Clock clock;

    ResidentTrail(JdbcClient jdbc, History residentsHistory, AccessLog residentsAccessLog, Clock clock) {
        this.jdbc = jdbc;
        this.history = residentsHistory;
        this.accessLog = residentsAccessLog;
        this.log = new ReadAccessLog(code(), jdbc);
        this.clock = clock;
    }

    @Override
    public final String code() {
        return "residents";
    }

    @Override
    public String title() {
        return "residents.trail.title";
    }

    @Override
    public List<Seen> search(Search search, Position before, int most) {
        return told(log.search(subjects(search), search, before, most));
    }

    private static Optional<Subjects> subjects(Search search) {
        if (search.number().isPresent()) {
            return Optional.of(new Subjects(NOBODY, Map.of()));
        }
        return search.person().map(person -> new Subjects(OF_PERSON, Map.of("person", person)));
    }

    @Override
    public Extent extentOf(String person, int mostLooks) {
        return log.extent(new Subjects(OF_PERSON, Map.of("person", person)), mostLooks);
    }

    @Override
    public List<UUID> subjectsOf(AccountId officer, String person, UUID after, int most) {
        var found = jdbc.sql("""
                        select id from (%s) as wanted
                         where id > :after
                         order by id
                         limit :most
                        """.formatted(OF_PERSON))
                .param("person", person)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
        var now = clock.instant();
        var look = ResidentLook.EXPORT;
        found.forEach(id -> accessLog.add(
                new AccessLog.Look(officer, id, look.code(), look.reason().code(), now)));
        return found;
    }

    @Override
    public List<Happened> storyOf(List<UUID> subjects) {
        var story = new ArrayList<Happened>();
        for (var id : subjects) {
            for (var told : history.of(id)) {
                story.add(new Happened(
                        id, "", told.at(), ResidentFact.of(told.kind()).textKey(), told.account()));
            }
        }
        return List.copyOf(story);
    }

    @Override
    public List<Seen> looksAt(List<UUID> subjects) {
        return told(log.at(subjects));
    }

    private static List<Seen> told(List<Kept> kept) {
        return kept.stream()
                .map(look -> new Seen(
                        look.id(),
                        look.at(),
                        look.account(),
                        look.subject(),
                        "",
                        ResidentLook.of(look.what()).textKey(),
                        ResidentLook.Reason.of(look.why()).textKey()))
                .toList();
    }
}
