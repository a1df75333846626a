package fr.traboule.residents;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents see of the people whom the city keeps a record of. Each is a look, that the log keeps. */
@Service
@Transactional
public class ReadResidents {

    /** The longest words to look for somebody by, in characters. */
    public static final int LONGEST = 200;

    private static final int MOST_FOUND = 20;
    private static final int MOST_ALIKE = 20;
    private static final int SHORTEST = 3;
    private static final int MOST_WORDS = 6;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}’]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 .()/-]{6,30}");

    private final Residents residents;
    private final Permissions permissions;
    private final History history;
    private final AccessLog accessLog;
    private final Clock clock;

    ReadResidents(
            Residents residents,
            Permissions permissions,
            History residentsHistory,
            AccessLog residentsAccessLog,
            Clock clock) {
        this.residents = residents;
        this.permissions = permissions;
        this.history = residentsHistory;
        this.accessLog = residentsAccessLog;
        this.clock = clock;
    }

    /** Whether that agent may see records at all. */
    public boolean mayRead(Actor actor) {
        return permissions.allow(actor, ResidentPermission.READ);
    }

    /** By an e-mail address, a telephone number, a name or a postal address; a name may be a little wrong. */
    public List<ResidentCard> find(Actor.Agent agent, String typed) {
        permissions.require(agent, ResidentPermission.READ);
        var said = typed.replace('\0', ' ').strip();
        if (said.length() < SHORTEST || said.length() > LONGEST) {
            return List.of();
        }
        var found = looked(agent, residents.cards(found(said)), ResidentLook.SEARCH);
        return found.stream().sorted(Comparator.comparing(ResidentCard::who)).toList();
    }

    private List<ResidentId> found(String said) {
        if (said.contains("@")) {
            return residents.byKey(DetailKind.EMAIL, said, MOST_FOUND);
        }
        if (PHONE.matcher(said).matches()) {
            return residents.byKey(DetailKind.PHONE, said, MOST_FOUND);
        }
        var words = Stream.of(BETWEEN.split(said))
                .filter(word -> !word.isBlank())
                .limit(MOST_WORDS)
                .toList();
        if (words.stream().noneMatch(word -> word.length() >= SHORTEST)) {
            return List.of();
        }
        var exactly = residents.byWords(words, MOST_FOUND);
        return exactly.isEmpty() && words.stream().anyMatch(Residents::isFoundInPart)
                ? residents.byLikeName(said, MOST_FOUND)
                : exactly;
    }

    /** The last kept first. */
    List<ResidentCard> page(Actor.Agent agent, Optional<ResidentId> before, int most) {
        permissions.require(agent, ResidentPermission.READ);
        return looked(agent, residents.cards(residents.page(before, most)), ResidentLook.SEARCH);
    }

    /** The record that goes on for this one, in short; empty where there is none any more. */
    public Optional<ResidentCard> card(Actor.Agent agent, ResidentId id) {
        permissions.require(agent, ResidentPermission.READ);
        return looked(
                        agent,
                        residents
                                .root(id)
                                .map(root -> residents.cards(List.of(root)))
                                .orElse(List.of()),
                        ResidentLook.CASE)
                .stream()
                .findFirst();
    }

    /** Whose record it may be that was told of so, the likest first. */
    public List<ResidentAlike> alike(Actor.Agent agent, List<Detail> told) {
        permissions.require(agent, ResidentPermission.READ);
        var alike = told.isEmpty() ? List.<ResidentAlike>of() : alike(residents.alike(told, MOST_ALIKE));
        looked(agent, alike.stream().map(ResidentAlike::card).toList(), ResidentLook.CASE);
        return alike;
    }

    /** The record that goes on for this one, whole. */
    Optional<ResidentSheet> seenBy(Actor.Agent agent, ResidentId id) {
        permissions.require(agent, ResidentPermission.READ);
        var sheet = residents.root(id).map(root -> sheet(agent, root));
        sheet.ifPresent(found -> looked(agent, List.of(found.card()), ResidentLook.PAGE));
        return sheet;
    }

    /** To act on it: nothing is shown, and nothing logged. */
    ResidentSheet sheet(Actor actor, ResidentId root) {
        permissions.require(actor, ResidentPermission.READ);
        var kin = residents.kin(root);
        var ids = Residents.idsOf(kin);
        var card = residents.cards(List.of(root)).getFirst();
        return new ResidentSheet(
                card,
                kin,
                card.details(),
                residents.representatives(ids),
                residents.corrections(ids),
                alike(residents.alike(ids, MOST_ALIKE)),
                story(ids));
    }

    /** The records of the same person: that one, those that are merged into it, and those beside it. */
    public Set<ResidentId> records(ResidentId any) {
        return residents
                .root(any)
                .map(root -> Residents.idsOf(residents.kin(root)))
                .orElse(Set.of());
    }

    private List<History.Told> story(Collection<ResidentId> ids) {
        return ids.stream()
                .flatMap(id -> history.of(id.value()).stream())
                .sorted(Comparator.comparing(History.Told::id))
                .toList();
    }

    private List<ResidentAlike> alike(List<Residents.Candidate> candidates) {
        var reasons = new LinkedHashMap<ResidentId, Set<LikenessReason>>();
        for (var candidate : candidates) {
            var why = candidate.likeness().reasons();
            if (!why.isEmpty()) {
                reasons.merge(candidate.id(), why, ReadResidents::both);
            }
        }
        var cards = residents.cards(List.copyOf(reasons.keySet()));
        return cards.stream()
                .map(card -> new ResidentAlike(card, Objects.requireNonNull(reasons.get(card.id()))))
                .toList();
    }

    private static Set<LikenessReason> both(Set<LikenessReason> some, Set<LikenessReason> more) {
        var all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    private List<ResidentCard> looked(Actor.Agent agent, List<ResidentCard> seen, ResidentLook look) {
        seen.forEach(card -> accessLog.add(new AccessLog.Look(
                agent.account(), card.id().value(), look.code(), look.reason().code(), clock.instant())));
        return seen;
    }
}
