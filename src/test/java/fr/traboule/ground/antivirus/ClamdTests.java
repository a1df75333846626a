package fr.traboule.ground.antivirus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.ground.database.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our side of clamd's protocol, against a server that speaks it and one that does not. */
@Timeout(60)
class ClamdTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestClamd server = TestClamd.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsHarmlessIsClean() {
        assertThat(server.clamd(PATIENCE).scan("Bonjour".getBytes(ISO_8859_1))).isEqualTo(new Clamd.Clean());
        assertThat(server.scanned()).singleElement().isEqualTo("Bonjour".getBytes(ISO_8859_1));
    }

    @Test
    void whatIsKnownIsNamed() {
        assertThat(server.clamd(PATIENCE).scan(TestClamd.EICAR.getBytes(ISO_8859_1)))
                .isEqualTo(new Clamd.Found("Eicar-Test-Signature"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 10 * 1024 * 1024})
    void everyByteArrivesWhateverTheSize(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);

        assertThat(server.clamd(PATIENCE).scan(content)).isEqualTo(new Clamd.Clean());
        assertThat(server.scanned()).singleElement().isEqualTo(content);
    }

    @Test
    void moreThanItTakesIsToldFromABreakdown() {
        server.takingAtMost(1_000);

        for (var size : new int[] {1_001, 100_000, 10 * 1024 * 1024}) {
            assertThat(server.clamd(PATIENCE).scan(new byte[size])).isEqualTo(new Clamd.TooLarge());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestClamd.Mood.class,
            names = {"HANGS", "CLOSES", "BABBLES", "NEVER_ENDS"})
    void whoeverMisbehavesGivesNoVerdictAndHoldsNobodyUp(TestClamd.Mood mood) {
        server.in(mood);

        assertThatExceptionOfType(AntivirusUnreachable.class)
                .isThrownBy(() -> server.clamd(SHORT).scan(new byte[3 * 1024 * 1024]));
        assertThat(server.clamd(SHORT).answers()).isFalse();
        assertThatExceptionOfType(AntivirusUnreachable.class)
                .isThrownBy(() -> server.clamd(SHORT).version());
    }

    @Test
    void whoIsNotThereGivesNoVerdict() {
        var clamd = server.clamd(PATIENCE);
        server.close();

        assertThatExceptionOfType(AntivirusUnreachable.class).isThrownBy(() -> clamd.scan(new byte[] {1}));
        assertThat(clamd.answers()).isFalse();
        assertThatExceptionOfType(AntivirusUnreachable.class)
                .isThrownBy(() -> new ClamdSettings("clamd.invalid:3310", PATIENCE)
                        .clamd()
                        .orElseThrow()
                        .scan(new byte[] {1}));
    }

    @Test
    void itSaysThatItIsThereAndWhatItKnows() {
        assertThat(server.clamd(PATIENCE).answers()).isTrue();
        assertThat(server.clamd(PATIENCE).version()).startsWith("ClamAV 1.4.6/27000/");
    }

    @Test
    void aSocketOfTheMachineServesToo(@TempDir Path folder) throws Exception {
        var path = folder.resolve("clamd.ctl");
        try (var local = TestClamd.on(path)) {
            for (var address : new String[] {path.toString(), "unix:" + path}) {
                assertThat(new ClamdSettings(address, PATIENCE)
                                .clamd()
                                .orElseThrow()
                                .scan(TestClamd.EICAR.getBytes(ISO_8859_1)))
                        .isInstanceOf(Clamd.Found.class);
            }
            assertThat(local.scanned()).hasSize(2);
        }
    }

    @Test
    void manyAskAtOnce() throws Exception {
        var clamd = server.clamd(PATIENCE);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var verdicts = IntStream.range(0, 50)
                    .mapToObj(each -> people.submit(
                            () -> clamd.scan(each % 2 == 0 ? new byte[200_000] : TestClamd.EICAR.getBytes(ISO_8859_1))))
                    .toList();
            for (var each = 0; each < verdicts.size(); each++) {
                assertThat(verdicts.get(each).get())
                        .isInstanceOf(each % 2 == 0 ? Clamd.Clean.class : Clamd.Found.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", "clamd:", "clamd:99999", "http://clamd:3310", "clamd 3310", "var/run/clamd.ctl"})
    void anAddressThatIsNoneRefusesTheStart(String address) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new ClamdSettings(address, PATIENCE).clamd())
                .withMessageContaining("TRABOULE_FILES_CLAMD_ADDRESS");
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", ","})
    void withoutAnAddressThereIsNone(String address) {
        assertThat(new ClamdSettings(address, PATIENCE).clamd()).isEmpty();
    }
}
