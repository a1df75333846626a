package fr.traboule.requests;

import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requests of an agent's scope: queues, searches, their numbers and their files, all within the same predicate. */
@Service
@Transactional
public class FindRequests {

    /** Nobody needs to know more exactly how many there are. */
    public static final int COUNTED = 1_000;

    /** Of those found by words: whoever finds more asks more precisely. */
    public static final int COUNTED_FOUND = 50;

    private final EntryQueries queries;
    private final EntrySearch search;
    private final KnownWords knownWords;
    private final Scopes scopes;
    private final Posts posts;
    private final Permissions permissions;
    private final Looks looks;
    private final Clock clock;

    FindRequests(
            EntryQueries queries,
            EntrySearch search,
            KnownWords knownWords,
            Scopes scopes,
            Posts posts,
            Permissions permissions,
            Looks looks,
            Clock clock) {
        this.queries = queries;
        this.search = search;
        this.knownWords = knownWords;
        this.scopes = scopes;
        this.posts = posts;
        this.permissions = permissions;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param words that were looked for: where those typed find nothing, the nearest that do
     * @param count how many there are, at most one more than are {@linkplain #COUNTED_FOUND counted}
     * @param more whether others follow
     */
    public record Found(List<QueueEntry> entries, String words, int count, boolean more) {}

    /**
     * Some lines of a file.
     *
     * @param next where it goes on, empty at the end
     */
    public record Part(List<QueueEntry> entries, Optional<String> next) {}

    /** The open requests of the agent's units, those due first at the top. */
    public List<QueueEntry> queue(Actor.Agent agent, RequestFilter filter, Optional<QueuePosition> after, int most) {
        return queries.queue(scopes.of(agent), filter, today(), after, most);
    }

    /** How many are in that queue, no further than the limit. */
    public int countQueue(Actor.Agent agent, RequestFilter filter, int limit) {
        return queries.countQueue(scopes.of(agent), filter, today(), limit);
    }

    /** All requests of the scope in which these words stand, or whose person left that telephone number. */
    public Found search(
            Actor.Agent agent, String typed, RequestFilter filter, Optional<SearchPosition> after, int most) {
        var scope = scopes.of(agent);
        var asked = typed.replace('\0', ' ').strip();
        var found = found(scope, asked, filter, after, most);
        var instead = found.entries().isEmpty()
                        && after.isEmpty()
                        && FindPerson.phones(asked).isEmpty()
                ? knownWords.nearest(scope, asked)
                : Optional.<String>empty();
        var shown =
                instead.map(words -> found(scope, words, filter, after, most)).orElse(found);
        shown.entries().forEach(entry -> looks.add(scope, entry.id(), entry.unit(), Look.SEARCH));
        return shown;
    }

    private Found found(Scope scope, String words, RequestFilter filter, Optional<SearchPosition> after, int most) {
        var sought = sought(scope, words);
        var counted = search.find(scope, sought, filter, today(), Optional.empty(), COUNTED_FOUND + 1);
        var found = after.isEmpty() ? counted : search.find(scope, sought, filter, today(), after, most + 1);
        var shown = found.stream().limit(most).toList();
        var entries = sought.hasWords() ? search.marked(shown, sought.words()) : search.entries(shown);
        return new Found(entries, words, counted.size(), found.size() > most);
    }

    /** A telephone number where somebody left it; else the same digits may stand among the words. */
    private Sought sought(Scope scope, String words) {
        var phone = new Sought("", FindPerson.phones(words));
        return !phone.phones().isEmpty()
                        && !search.find(scope, phone, RequestFilter.NONE, today(), Optional.empty(), 1)
                                .isEmpty()
                ? phone
                : new Sought(words, List.of());
    }

    /** Who may have a request of the scope in hand: whoever works in its units, and whoever has one. */
    public Set<AccountId> people(Actor.Agent agent) {
        var scope = scopes.of(agent);
        return Stream.concat(posts.in(scope.units()).stream(), queries.holders(scope).stream())
                .collect(toUnmodifiableSet());
    }

    /**
     * Some lines of the file of a list, in the order of the list.
     *
     * @param words of a search; the queue where empty
     * @param said whether what people said is in it: each request is then in the log of accesses
     */
    public Part export(
            Actor.Agent agent,
            Optional<String> words,
            RequestFilter filter,
            boolean said,
            Optional<String> after,
            int most) {
        permissions.require(agent, said ? RequestPermission.EXPORT_WORDS : RequestPermission.EXPORT);
        var scope = scopes.of(agent);
        var entries = words.map(typed -> search.entries(search.find(
                        scope, sought(scope, typed), filter, today(), after.flatMap(SearchPosition::of), most)))
                .orElseGet(() -> queries.queue(scope, filter, today(), after.flatMap(QueuePosition::of), most));
        if (said) {
            entries.forEach(entry -> looks.add(scope, entry.id(), entry.unit(), Look.LIST));
        }
        var next = entries.size() < most
                ? Optional.<String>empty()
                : Optional.of(
                        words.isPresent()
                                ? entries.getLast().searchPosition().toString()
                                : entries.getLast().position().toString());
        return new Part(entries, next);
    }

    /** How many lines that file has, no further than the limit. */
    public int countExport(Actor.Agent agent, Optional<String> words, RequestFilter filter, boolean said, int limit) {
        permissions.require(agent, said ? RequestPermission.EXPORT_WORDS : RequestPermission.EXPORT);
        var scope = scopes.of(agent);
        return words.map(typed -> search.count(scope, sought(scope, typed), filter, today(), limit))
                .orElseGet(() -> queries.countQueue(scope, filter, today(), limit));
    }

    private LocalDate today() {
        return CityTime.day(clock.instant());
    }
}
