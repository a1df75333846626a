package fr.traboule.ground.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.ground.database.StartRefused;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real S3 server, that checks who asks. */
class BucketTests {

    @TempDir
    static Path folder;

    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsWrittenIsReadAndForgotten() throws Exception {
        try (var bucket = server.bucket()) {
            bucket.put("a/b/c", "Bonjour".getBytes(UTF_8), sum("Bonjour"));

            assertThat(bucket.get("a/b/c").orElseThrow()).asString(UTF_8).isEqualTo("Bonjour");
            assertThat(keys(bucket, "a/", Instant.now().plusSeconds(60))).containsExactly("a/b/c");
            assertThat(keys(bucket, "b/", Instant.now().plusSeconds(60))).isEmpty();
            assertThat(keys(bucket, "a/", Instant.now().minusSeconds(60))).isEmpty();
            bucket.delete("a/b/c");
            assertThat(bucket.get("a/b/c")).isEmpty();
            bucket.delete("a/b/c");
        }
    }

    @Test
    void tenMegabytesGoThrough() throws Exception {
        var content = new byte[10 * 1024 * 1024];
        new java.util.Random(1).nextBytes(content);
        try (var bucket = server.bucket()) {
            bucket.put("large", content, MessageDigest.getInstance("SHA-256").digest(content));

            assertThat(bucket.get("large").orElseThrow()).isEqualTo(content);
            bucket.delete("large");
        }
    }

    @Test
    void tryingItOutLeavesNothingBehind() {
        server.bucket().close();

        assertThat(server.all())
                .noneMatch(object -> object.getFileName().toString().startsWith("start-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "files|city|the wrong secret|refuses this account",
                "files|somebody|a secret of the city|refuses this account",
                "elsewhere|city|a secret of the city|There is no bucket elsewhere",
                "fi|city|a secret of the city|3 signs or more",
                "files|''|a secret of the city|set TRABOULE_FILES_S3_KEY too",
                "files|city|''|set TRABOULE_FILES_S3_SECRET too",
                "''|city|a secret of the city|set TRABOULE_FILES_S3_BUCKET too"
            })
    void whatCannotBeRightRefusesTheStartWithASentence(String bucket, String key, String secret, String sentence) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> server.settings(bucket, key, secret).bucketInUse())
                .withMessageContaining(sentence)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("a secret of the city"));
    }

    @ParameterizedTest
    @CsvSource({"minio:9000", "/srv/files", "ftp://files.example"})
    void anAddressThatIsNoneIsSaid(URI endpoint) {
        var settings = new S3Settings(endpoint, "r", "files", "k", "s", true, Duration.ofSeconds(1));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(settings::bucketInUse)
                .withMessageContaining("TRABOULE_FILES_S3_ENDPOINT");
    }

    @Test
    void withoutAnyOfItThereIsNoBucket() {
        assertThat(new S3Settings(null, "r", null, null, null, true, Duration.ofSeconds(1)).bucketInUse())
                .isEmpty();
    }

    @Test
    void aStoreThatIsAwayDoesNotKeepTheCityFromStarting(@TempDir Path other) throws Exception {
        var away = S3Server.start(other);
        away.kill();

        try (var bucket = away.bucket()) {
            assertThat(bucket.answers()).isFalse();
            assertThatExceptionOfType(BucketUnreachable.class)
                    .isThrownBy(() -> bucket.put("a", new byte[] {1}, sum("x")));
            assertThatExceptionOfType(BucketUnreachable.class).isThrownBy(() -> bucket.get("a"));

            away.startAgain();

            assertThat(bucket.answers()).isTrue();
            assertThat(bucket.get("a")).isEmpty();
        } finally {
            away.close();
        }
    }

    @Test
    void theSecretIsInNoText() {
        assertThat(server.settings("files", S3Server.KEY, S3Server.SECRET).toString())
                .doesNotContain(S3Server.SECRET);
    }

    private static List<String> keys(Bucket bucket, String prefix, Instant before) {
        var keys = new ArrayList<String>();
        bucket.writtenBefore(before, prefix, keys::addAll);
        return keys;
    }

    private static byte[] sum(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    }
}
