package fr.traboule.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes scanned letters into the register, whatever they are: what can be opened waits to be qualified, what cannot (empty, too
 * large, of another kind, broken) waits too, with the reason, and its bytes are kept. The file, its line in the register and
 * the fact are one transaction: a file is wholly there or not at all. The same bytes under the same name are the same letter.
 */
@Service
public class TakeLetters {

    private final Letters letters;
    private final FileCheck fileCheck;
    private final FileStore readable;
    private final FileStore keptBack;
    private final History history;
    private final Permissions permissions;
    private final Clock clock;

    TakeLetters(
            Letters letters,
            FileCheck fileCheck,
            FileStore requestsFiles,
            FileStore paperFiles,
            History paperHistory,
            Permissions permissions,
            Clock clock) {
        this.letters = letters;
        this.fileCheck = fileCheck;
        this.readable = requestsFiles;
        this.keptBack = paperFiles;
        this.history = paperHistory;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * A file that was received.
     *
     * @param content its bytes; those of one that is too large are not read
     * @param size of the file
     * @param occasion what tells two files without bytes apart: they are the same one only on the same occasion
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Scan(String name, byte[] content, long size, LocalDate stampedOn, UnitId unit, String occasion) {

        public static Scan of(String name, byte[] content, LocalDate stampedOn, UnitId unit, String occasion) {
            return new Scan(name, content, content.length, stampedOn, unit, occasion);
        }

        private byte[] arrivalKey() {
            var digest = sha256();
            digest.update(FileCheck.safe(name).getBytes(UTF_8));
            digest.update((byte) 0);
            if (content.length == 0) {
                digest.update((size + " " + occasion).getBytes(UTF_8));
            }
            digest.update((byte) 0);
            return digest.digest(content);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public sealed interface Outcome {}

    public record Taken(LetterId letter, LetterCondition condition) implements Outcome {}

    /** That very file is in the register. */
    public record AlreadyThere(LetterId letter) implements Outcome {}

    /** @throws fr.traboule.ground.files.StorageUnreachable where the file cannot be kept now: then nothing is written */
    @Transactional
    public Outcome take(Actor actor, Scan scan) {
        permissions.require(actor, PaperPermission.HANDLE_LETTERS);
        var now = clock.instant();
        var checked = check(scan);
        var letter = new Letter(
                LetterId.next(),
                FileCheck.safe(scan.name()),
                scan.size(),
                scan.stampedOn(),
                now,
                scan.unit(),
                actor.actingAccount(),
                condition(checked),
                Optional.empty(),
                LetterState.TO_QUALIFY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
        var key = scan.arrivalKey();
        if (!letters.add(letter, key)) {
            return new AlreadyThere(letters.byArrival(key).orElseThrow().id());
        }
        store(scan, checked, letter).ifPresent(file -> letters.keep(letter.id(), file));
        history.add(Fact.of(
                letter.id().value(),
                LetterFact.REGISTERED.code(),
                now,
                actor,
                Map.of(
                        "condition",
                        letter.condition().code(),
                        "unit",
                        letter.unit().value().toString())));
        return new Taken(letter.id(), letter.condition());
    }

    private FileCheck.Outcome check(Scan scan) {
        var name = FileCheck.safe(scan.name());
        if (scan.size() > FileCheck.LARGEST) {
            return new FileCheck.TooLarge();
        }
        return ScannedTiff.isTiff(scan.content())
                ? ScannedTiff.pdf(scan.content())
                        .map(pages -> fileCheck.check(name + ".pdf", pages))
                        .orElseGet(FileCheck.WrongType::new)
                : fileCheck.check(name, scan.content());
    }

    private Optional<FileId> store(Scan scan, FileCheck.Outcome checked, Letter letter) {
        if (scan.content().length == 0) {
            return Optional.empty();
        }
        var store = checked instanceof FileCheck.Accepted ? readable : keptBack;
        var accepted = checked instanceof FileCheck.Accepted known
                ? known
                : new FileCheck.Accepted(letter.name(), "application/octet-stream", scan.content());
        var file = store.store(accepted, letter.registeredAt()).id();
        store.attach(List.of(file), letter.id().value());
        if (checked instanceof FileCheck.Accepted && ScannedTiff.isTiff(scan.content())) {
            keepAsItCame(scan, letter);
        }
        return Optional.of(file);
    }

    /** Of a TIFF everybody reads the pages; the file itself stays with those that do not open. */
    private void keepAsItCame(Scan scan, Letter letter) {
        var tiff = keptBack.store(
                new FileCheck.Accepted(letter.name(), "image/tiff", scan.content()), letter.registeredAt());
        keptBack.attach(List.of(tiff.id()), letter.id().value());
    }

    private static LetterCondition condition(FileCheck.Outcome checked) {
        return switch (checked) {
            case FileCheck.Accepted accepted -> LetterCondition.READABLE;
            case FileCheck.Empty empty -> LetterCondition.EMPTY;
            case FileCheck.TooLarge tooLarge -> LetterCondition.TOO_LARGE;
            case FileCheck.WrongType wrongType -> LetterCondition.UNREADABLE;
            case FileCheck.Damaged damaged -> LetterCondition.DAMAGED;
            case FileCheck.PhonePhoto phonePhoto -> LetterCondition.PHONE_PHOTO;
        };
    }
}
