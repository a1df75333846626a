package fr.traboule.paper;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StoredFile;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an agent sees of letters: those of their units, and those they brought in. Opening one is a look that is logged. */
@Service
@Transactional
public class ReadLetters {

    private final Letters letters;
    private final FileStore files;
    private final Directory directory;
    private final Permissions permissions;
    private final History history;
    private final AccessLog accessLog;
    private final Clock clock;

    ReadLetters(
            Letters letters,
            FileStore requestsFiles,
            Directory directory,
            Permissions permissions,
            History paperHistory,
            AccessLog paperAccessLog,
            Clock clock) {
        this.letters = letters;
        this.files = requestsFiles;
        this.directory = directory;
        this.permissions = permissions;
        this.history = paperHistory;
        this.accessLog = paperAccessLog;
        this.clock = clock;
    }

    /**
     * A letter with its file, where there is one that can be opened or soon will be.
     *
     * @param others files of the same letter
     */
    public record Opened(Letter letter, Optional<StoredFile> file, List<Letter> others) {

        public boolean isPicture() {
            return file.filter(
                            known -> known.state().opens() && known.mediaType().startsWith("image/"))
                    .isPresent();
        }
    }

    public Optional<Opened> seenBy(Actor.Agent agent, LetterId id) {
        var found = find(agent, id);
        found.ifPresent(letter -> look(agent, letter, LetterLook.LETTER));
        return found.map(letter -> new Opened(
                letter,
                letter.condition().isReadable()
                        ? files.byIds(letter.file().stream().toList()).stream().findFirst()
                        : Optional.empty(),
                letters.joinedTo(id)));
    }

    /** Whoever it may be shown to. */
    public boolean isLetter(LetterId id) {
        return letters.exists(id);
    }

    /** To act on it: nothing is shown, and nothing logged. */
    public Optional<Letter> find(Actor.Agent agent, LetterId id) {
        return permissions.allow(agent, PaperPermission.HANDLE_LETTERS)
                ? letters.byId(id, seer(agent))
                : Optional.empty();
    }

    /** Outside a transaction: the file may be in a bucket, and no connection of the database waits for that. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<FileStore.Opening> file(Actor.Agent agent, LetterId id) {
        var found = find(agent, id).filter(letter -> letter.condition().isReadable());
        found.ifPresent(letter -> look(agent, letter, LetterLook.FILE));
        return found.flatMap(letter -> letter.file().flatMap(file -> opened(letter, file)));
    }

    /** Once the letter is a request, the files that were joined to it are the request's. */
    private Optional<FileStore.Opening> opened(Letter letter, FileId file) {
        return files.read(file, letter.id().value())
                .or(() -> letter.joinedTo().flatMap(other -> files.read(file, other.value())));
    }

    /** To which a letter may be joined: those that wait too. */
    List<Letter> joinable(Actor.Agent agent, Letter letter, int most) {
        return toQualify(agent, Letter.Position.START, most + 1).stream()
                .filter(other -> !other.id().equals(letter.id()))
                .limit(most)
                .toList();
    }

    List<History.Told> story(Letter letter) {
        return history.of(letter.id().value());
    }

    List<Letter> toQualify(Actor.Agent agent, Letter.Position after, int most) {
        return letters.toQualify(required(agent), after, most);
    }

    List<Letter> register(Actor.Agent agent, UUID before, int most) {
        return letters.register(required(agent), before, most);
    }

    /** What there is to qualify, and the stamp of what waits longest. */
    public record Waiting(long number, Optional<LocalDate> oldest) {}

    public Waiting waiting(Actor.Agent agent) {
        return letters.waiting(required(agent));
    }

    private Letters.Seer required(Actor.Agent agent) {
        permissions.require(agent, PaperPermission.HANDLE_LETTERS);
        return seer(agent);
    }

    private Letters.Seer seer(Actor.Agent agent) {
        return new Letters.Seer(directory.unitsOf(agent.account()), agent.account());
    }

    private void look(Actor.Agent agent, Letter letter, LetterLook what) {
        accessLog.add(new AccessLog.Look(
                agent.account(), letter.id().value(), what.code(), LetterLook.Reason.UNIT.code(), clock.instant()));
    }
}
