package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.routing.SubjectId;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words that stand in requests, to find those meant behind typing mistakes. They are learned soon after a request came,
 * and forgotten within days once no request has them.
 */
@Repository
class KnownWords {

    private static final int REQUESTS_AT_A_TIME = 200;
    private static final int WORDS_AT_A_TIME = 200;
    private static final Period KEPT_UNSEEN = Period.ofDays(7);
    private static final int NEAREST = 12;
    private static final int MOST_WORDS = 8;

    /** Shorter ones are near to too many others; longer ones are none. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}]{4,40}(?![\\p{L}\\p{M}\\p{N}])");

    private final JdbcClient jdbc;
    private final EntrySearch search;
    private final Subjects subjects;
    private final Clock clock;

    KnownWords(JdbcClient jdbc, EntrySearch search, Subjects subjects, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** @return of how many requests the words were learned */
    @Transactional
    public int learn() {
        var ids = jdbc.sql("""
                        delete from requests.unlearned
                         where request_id in (select request_id from requests.unlearned order by request_id limit ? for update skip locked)
                        returning request_id
                        """).param(REQUESTS_AT_A_TIME).query(UUID.class).list();
        if (!ids.isEmpty()) {
            learn(ids);
        }
        return ids.size();
    }

    private void learn(List<UUID> ids) {
        var words = new TreeSet<String>();
        jdbc.sql("""
                        select e.subject_id,
                               concat_ws(' ', s.name, s.postal_address, s.place, s.description,
                                         (select string_agg(m.words, ' ') from requests.message m where m.request_id = s.request_id)) as said
                          from requests.statement s
                          join requests.search_entry e on e.request_id = s.request_id
                         where s.request_id = any (?)
                        """).param(ids.toArray(UUID[]::new)).query(row -> {
            Stream.concat(
                            Stream.of(row.getString("said")),
                            Optional.ofNullable(row.getObject("subject_id", UUID.class))
                                    .map(SubjectId::new)
                                    .flatMap(subjects::byId)
                                    .map(subject ->
                                            subject.title().in(Language.FR).text())
                                    .stream())
                    .flatMap(text -> WORD.matcher(text).results())
                    .forEach(word -> words.add(word.group().toLowerCase(Locale.FRENCH)));
        });
        jdbc.sql("""
                        insert into requests.known_word as k (word, written, seen_on)
                        select distinct on (ground.plain(w)) ground.plain(w), w, :today from unnest(:words) as w order by 1, 2
                        on conflict (word) do update set seen_on = excluded.seen_on where k.seen_on < excluded.seen_on
                        """)
                .param("words", words.toArray(String[]::new))
                .param("today", CityTime.day(clock.instant()))
                .update();
    }

    /** Looks at those not seen for a while: what stands in no request is forgotten. @return how many were looked at */
    @Transactional
    public int forget() {
        var today = CityTime.day(clock.instant());
        var words = jdbc.sql(
                        "select word from requests.known_word where seen_on < ? order by seen_on, word limit ? for update")
                .params(today.minus(KEPT_UNSEEN), WORDS_AT_A_TIME)
                .query(String.class)
                .list();
        var looked = words.toArray(String[]::new);
        jdbc.sql("""
                        delete from requests.known_word k
                         where k.word = any (?)
                           and not exists (select from requests.search_entry e where e.words @@ plainto_tsquery('ground.fr', k.word))
                        """).param(looked).update();
        jdbc.sql("update requests.known_word set seen_on = ? where word = any (?)")
                .params(today, looked)
                .update();
        return words.size();
    }

    /**
     * The same words, each that stands in no request of the scope replaced by the nearest that does; empty where nothing is
     * nearer. What stands in other requests makes no difference, so that nobody learns of it.
     */
    Optional<String> nearest(Scope scope, String typed) {
        var words = WORD.matcher(typed).results().limit(MOST_WORDS).toList();
        var nearer = new StringBuilder(typed);
        var replaced = false;
        for (var word : words.reversed()) {
            var near = nearestTo(scope, word.group().toLowerCase(Locale.FRENCH));
            if (near.isPresent()) {
                nearer.replace(word.start(), word.end(), near.get());
                replaced = true;
            }
        }
        return replaced ? Optional.of(nearer.toString()) : Optional.empty();
    }

    private Optional<String> nearestTo(Scope scope, String word) {
        return standsIn(scope, word)
                ? Optional.empty()
                : like(word).stream()
                        .filter(near -> standsIn(scope, near.word()))
                        .map(Known::written)
                        .findFirst();
    }

    private record Known(String word, String written) {}

    /** Those that look like it, the nearest first. */
    private List<Known> like(String word) {
        return jdbc.sql("""
                        select word, written
                          from (select k.word, k.written, public.similarity(k.word, ground.plain(:word)) as likeness
                                  from requests.known_word k
                                 where k.word operator(public.%) ground.plain(:word) and k.word <> ground.plain(:word)) as near
                         where likeness >= 0.35
                         order by likeness desc, word
                         limit :nearest
                        """)
                .param("word", word)
                .param("nearest", NEAREST)
                .query(Known.class)
                .list();
    }

    private boolean standsIn(Scope scope, String word) {
        var today = CityTime.day(clock.instant());
        return !search.find(scope, new Sought(word, List.of()), RequestFilter.NONE, today, Optional.empty(), 1)
                .isEmpty();
    }
}
