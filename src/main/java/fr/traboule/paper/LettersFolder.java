package fr.traboule.paper;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.StorageUnreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Empties the folder that scanners write to. A file that nothing changed for some seconds is first renamed into a folder of our
 * own, so that a scanner which uses the same name again cannot be overtaken; then it goes into the register; and only once that
 * is done for good it is erased. Killed in between, the next turn finds it there: the register knows the same bytes under the
 * same name, and nothing is there twice or lost. What is too large is put aside and never erased.
 */
@Component
class LettersFolder {

    static final String IN_HAND = "en-cours";
    static final String TOO_LARGE = "trop-lourds";
    private static final Logger log = LoggerFactory.getLogger(LettersFolder.class);

    private final LettersSettings settings;
    private final TakeLetters takeLetters;
    private final Directory directory;
    private final Clock clock;

    LettersFolder(LettersSettings settings, TakeLetters takeLetters, Directory directory, Clock clock) {
        this.settings = settings;
        this.takeLetters = takeLetters;
        this.directory = directory;
        this.clock = clock;
    }

    void empty() {
        settings.watched().ifPresent(this::empty);
    }

    private void empty(Path folder) {
        if (!Files.isDirectory(folder)) {
            log.atWarn().log("The folder for letters is not there");
            return;
        }
        try {
            var inHand = Files.createDirectories(folder.resolve(IN_HAND));
            takeAll(folder, inHand);
            for (var file : files(folder)) {
                if (isStable(file) && !Files.exists(inHand.resolve(file.getFileName()))) {
                    Files.move(file, inHand.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            takeAll(folder, inHand);
        } catch (IOException | StorageUnreachable later) {
            log.atWarn().setCause(later).log("The folder for letters cannot be emptied now");
        }
    }

    private void takeAll(Path folder, Path inHand) throws IOException {
        for (var file : files(inHand)) {
            if (isStable(file)) {
                take(folder, file);
            }
        }
    }

    private void take(Path folder, Path file) throws IOException {
        var size = Files.size(file);
        var changed = Files.getLastModifiedTime(file);
        var tooLarge = size > FileCheck.LARGEST;
        var content = tooLarge ? new byte[0] : Files.readAllBytes(file);
        var day = CityTime.day(changed.toInstant());
        var today = CityTime.day(clock.instant());
        takeLetters.take(
                new Actor.Program(),
                new TakeLetters.Scan(
                        file.getFileName().toString(),
                        content,
                        tooLarge ? size : content.length,
                        day.isAfter(today) ? today : day,
                        unit(),
                        changed.toString()));
        if (tooLarge) {
            putAside(folder, file);
        } else if (Files.size(file) == content.length
                && Files.getLastModifiedTime(file).equals(changed)) {
            Files.delete(file);
        }
    }

    private static void putAside(Path folder, Path file) throws IOException {
        var aside = Files.createDirectories(folder.resolve(TOO_LARGE));
        var target = aside.resolve(file.getFileName());
        for (var copy = 2; Files.exists(target); copy++) {
            target = aside.resolve(copy + "-" + file.getFileName());
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** In the order of their names; no folders, no links, nothing hidden. */
    private static List<Path> files(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private boolean isStable(Path file) throws IOException {
        var before = clock.instant().minus(settings.stable());
        return !Files.getLastModifiedTime(file).toInstant().isAfter(before);
    }

    private UnitId unit() {
        return Optional.ofNullable(settings.unit())
                .flatMap(directory::unit)
                .filter(Unit::open)
                .map(Unit::id)
                .orElseGet(() -> directory.settings().triageUnit());
    }
}
