package fr.traboule.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileStorage;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.History;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The folder of the scanners: emptied into the register, and no file is lost or there twice, whatever happens in between. */
@WholeProgramTest
class LettersFolderTests {

    @Autowired
    TakeLetters takeLetters;

    @Autowired
    Letters letters;

    @Autowired
    FileCheck fileCheck;

    @Autowired
    FileStore paperFiles;

    @Autowired
    FileStorage storage;

    @Autowired
    History paperHistory;

    @Autowired
    Permissions permissions;

    @Autowired
    Directory directory;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private String name;

    @BeforeEach
    void aName() {
        name = "scan-" + UUID.randomUUID() + ".txt";
    }

    @Test
    void aFileGoesIntoTheRegisterAndLeavesTheFolder() throws IOException {
        scanned(name, "Madame, Monsieur");

        folder(takeLetters).empty();

        assertThat(conditions()).containsExactly("readable");
        assertThat(left()).isEmpty();
        assertThat(jdbc.sql("select u.code from paper.letter l join city.unit u on u.id = l.unit_id where l.name = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .isEqualTo("mairie-3-accueil");
    }

    @Test
    void whatAScannerIsStillWritingWaits() throws IOException {
        Files.writeString(folder.resolve(name), "Madame");

        folder(takeLetters).empty();

        assertThat(conditions()).isEmpty();
        assertThat(folder.resolve(name)).exists();
    }

    /** Killed after the transaction and before the file was erased. */
    @Test
    void aFileThatIsInTheRegisterAlreadyIsErasedAndNotThereTwice() throws IOException {
        scanned(name, "Madame, Monsieur");
        folder(takeLetters).empty();
        scanned(LettersFolder.IN_HAND + "/" + name, "Madame, Monsieur");

        folder(takeLetters).empty();

        assertThat(conditions()).containsExactly("readable");
        assertThat(left()).isEmpty();
    }

    /** Killed after the file was taken in hand and before the transaction was done; here the database refuses in the middle. */
    @Test
    void aFileThatCouldNotBeRegisteredIsTakenTheNextTime() throws IOException {
        scanned(name, "Madame, Monsieur");
        var nowhere = new FileStore("nowhere", jdbc, transaction, storage);
        var failing = new TakeLetters(letters, fileCheck, nowhere, paperFiles, paperHistory, permissions, clock);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> folder(failing).empty()));
        assertThat(conditions()).isEmpty();
        assertThat(folder.resolve(LettersFolder.IN_HAND).resolve(name)).hasContent("Madame, Monsieur");

        folder(takeLetters).empty();
        assertThat(conditions()).containsExactly("readable");
        assertThat(left()).isEmpty();
    }

    @Test
    void aScannerThatUsesTheSameNameAgainLosesNothing() throws IOException {
        scanned(LettersFolder.IN_HAND + "/" + name, "La première");
        scanned(name, "La seconde");

        folder(takeLetters).empty();
        folder(takeLetters).empty();

        assertThat(conditions()).hasSize(2);
        assertThat(left()).isEmpty();
    }

    @Test
    void emptyAndStrangeFilesAreInTheRegisterToo() throws IOException {
        scanned(name, "");
        scanned("x" + name, "MZ un programme");

        folder(takeLetters).empty();

        assertThat(conditions()).containsExactly("empty");
        assertThat(jdbc.sql("select condition from paper.letter where name = ?")
                        .param("x" + name)
                        .query(String.class)
                        .single())
                .isEqualTo("unreadable");
        assertThat(left()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsInTheRegisterAndPutAside() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(FileCheck.LARGEST + 1L);
        }
        old(folder.resolve(name));

        folder(takeLetters).empty();
        folder(takeLetters).empty();

        assertThat(conditions()).containsExactly("too_large");
        assertThat(folder.resolve(LettersFolder.TOO_LARGE).resolve(name)).exists();
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        var secret = Files.writeString(folder.resolve(".secret"), "secret");
        old(secret);
        Files.createSymbolicLink(folder.resolve(name), secret);

        folder(takeLetters).empty();

        assertThat(conditions()).isEmpty();
        assertThat(secret).exists();
    }

    @Test
    void aFolderThatIsNotThereStopsNothing() {
        new LettersFolder(
                        new LettersSettings(folder.resolve("nulle-part"), null, Duration.ofSeconds(10)),
                        takeLetters,
                        directory,
                        clock)
                .empty();

        assertThat(folder.resolve("nulle-part")).doesNotExist();
    }

    private LettersFolder folder(TakeLetters take) {
        return new LettersFolder(
                new LettersSettings(folder, "mairie-3-accueil", Duration.ofSeconds(10)), take, directory, clock);
    }

    private void scanned(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.createDirectories(folder.resolve(LettersFolder.IN_HAND));
        Files.write(path, content.getBytes(UTF_8));
        old(path);
    }

    private void old(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(clock.instant().minus(Duration.ofMinutes(1))));
    }

    private List<String> conditions() {
        return jdbc.sql("select condition from paper.letter where name = ? order by id")
                .param(name)
                .query(String.class)
                .list();
    }

    private List<Path> left() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
