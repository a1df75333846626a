package fr.traboule.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.AnotherProgram;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is exported is the city: read back, it makes the same one. */
@WholeProgramTest
@Transactional
class ExportFolderTests {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    ExportFolder export;

    @Autowired
    ReceivedFiles received;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent administrator;

    @BeforeEach
    void signIn() {
        administrator = staff.agent(Role.ADMINISTRATOR);
    }

    @Test
    void readBackIntoTheSameCityItChangesNothing() {
        assertThat(received.receive(administrator, "ville.zip", archive(export, administrator), Optional.empty(), true))
                .isEqualTo(new ReceivedFiles.Proposed(new Changes.NothingToChange()));
    }

    @Test
    void readBackIntoAnEmptyDatabaseItMakesTheSameCity(@TempDir Path folder) throws IOException {
        jdbc.sql("update city.city set logo = ?")
                .param(Base64.getDecoder().decode(PIXEL))
                .update();
        jdbc.sql("insert into city.own_text (key, language, words) values ('home.title', 'fr', 'Bonjour')")
                .update();
        var before = unpacked(archive(export, administrator));
        for (var file : before.entrySet()) {
            var copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }

        try (var other = AnotherProgram.of(folder)) {
            var after = unpacked(archive(
                    other.getBean(ExportFolder.class),
                    other.getBean(StaffFixture.class).agent(Role.ADMINISTRATOR)));

            assertThat(after.keySet()).isEqualTo(before.keySet()).contains("logo.png", "areas/quartiers.geojson");
            assertThat(after)
                    .allSatisfy((name, content) -> assertThat(new String(content, UTF_8))
                            .as(name)
                            .isEqualTo(new String(before.get(name), UTF_8)));
        }
    }

    private static byte[] archive(ExportFolder export, Actor.Agent administrator) {
        var output = new ByteArrayOutputStream();
        export.write(administrator, output);
        return output.toByteArray();
    }

    private static Map<String, byte[]> unpacked(byte[] archive) {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }
}
