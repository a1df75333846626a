package fr.traboule.ground.bucket;

import fr.traboule.ground.bucket.S3Settings.Login;
import fr.traboule.ground.database.StartRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The bucket that is set. Keys are never used twice, so that nothing is ever written over and whoever reads while others move
 * things finds either all or nothing.
 */
public final class Bucket implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Bucket.class);
    private static final int SHORTEST_NAME = 3;
    private static final Duration LONGEST_GREETING = Duration.ofSeconds(2);

    private final S3Client client;
    private final String name;
    private final String address;

    private Bucket(S3Client client, String name, String address) {
        this.client = client;
        this.name = name;
        this.address = address;
    }

    /**
     * Opens it and tries to write and to delete. Where the store does not answer the program starts all the same: it will
     * answer again, and meanwhile all but files works.
     *
     * @throws StartRefused where it answers that this is not for us
     */
    static Bucket open(S3Settings settings, String name, Login login) {
        if (name.length() < SHORTEST_NAME) {
            throw new StartRefused("TRABOULE_FILES_S3_BUCKET is too short: names of buckets have 3 signs or more.");
        }
        var where = settings.endpoint() == null ? "S3 in " + settings.region() : "S3 at " + settings.endpoint();
        var bucket = new Bucket(client(settings, login), name, name + ", " + where);
        try {
            bucket.tryOut();
        } catch (StartRefused refused) {
            bucket.close();
            throw refused;
        } catch (BucketUnreachable away) {
            log.atError()
                    .addKeyValue("bucket", name)
                    .addKeyValue("error", away.getMessage())
                    .log("S3 does not answer");
        }
        return bucket;
    }

    private static S3Client client(S3Settings settings, Login login) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.timeout().dividedBy(4))
                        .socketTimeout(settings.timeout().dividedBy(2)))
                .overrideConfiguration(limits -> limits.apiCallTimeout(settings.timeout())
                        .apiCallAttemptTimeout(settings.timeout().dividedBy(2)))
                .region(Region.of(settings.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(login.key(), login.secret())))
                .forcePathStyle(settings.pathStyle())
                // We say our own sum of what we write and check it when we read; not every store knows the newer ones.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        return settings.endpoint() == null
                ? builder.build()
                : builder.endpointOverride(settings.endpoint()).build();
    }

    private void tryOut() {
        var key = "start-" + UUID.randomUUID();
        try {
            client.headBucket(request -> request.bucket(name));
            client.putObject(request -> request.bucket(name).key(key), RequestBody.fromString(key));
            client.deleteObject(request -> request.bucket(name).key(key));
        } catch (S3Exception answered) {
            throw refusal(answered);
        } catch (SdkException silent) {
            throw new BucketUnreachable(silent);
        }
    }

    private RuntimeException refusal(S3Exception answered) {
        return switch (answered.statusCode()) {
            case 401, 403 ->
                new StartRefused(
                        "%s refuses this account, or does not let it list, write and delete. Check TRABOULE_FILES_S3_KEY, TRABOULE_FILES_S3_SECRET and the rights of the account."
                                .formatted(address));
            case 404 -> new StartRefused("There is no bucket %s. Make it, or check its name.".formatted(address));
            case 301, 307, 400 ->
                new StartRefused(
                        "%s does not take what it is asked (%d). Check TRABOULE_FILES_S3_REGION, TRABOULE_FILES_S3_ENDPOINT and TRABOULE_FILES_S3_PATH_STYLE."
                                .formatted(address, answered.statusCode()));
            default -> new BucketUnreachable(answered);
        };
    }

    /** @param sha256 of the content: a store that knows this sum refuses what was changed on the way */
    public void put(String key, byte[] content, byte[] sha256) {
        asked(() -> client.putObject(
                request -> request.bucket(name)
                        .key(key)
                        .contentType("application/octet-stream")
                        .checksumSHA256(Base64.getEncoder().encodeToString(sha256)),
                RequestBody.fromBytes(content)));
    }

    /** @return empty where nothing has that key */
    public Optional<byte[]> get(String key) {
        return asked(() -> {
            try {
                return Optional.of(
                        client.getObjectAsBytes(request -> request.bucket(name).key(key))
                                .asByteArray());
            } catch (NoSuchKeyException gone) {
                return Optional.empty();
            }
        });
    }

    public void delete(String key) {
        asked(() -> client.deleteObject(request -> request.bucket(name).key(key)));
    }

    /** Says the keys that begin so and were written before that instant, some at a time. */
    public void writtenBefore(Instant instant, String prefix, Consumer<List<String>> some) {
        asked(() -> {
            client.listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix)).stream()
                    .map(page -> page.contents().stream()
                            .filter(object -> object.lastModified().isBefore(instant))
                            .map(S3Object::key)
                            .toList())
                    .filter(keys -> !keys.isEmpty())
                    .forEach(some);
            return true;
        });
    }

    /** Whether the store answers now. */
    public boolean answers() {
        try {
            client.headBucket(request ->
                    request.bucket(name).overrideConfiguration(limits -> limits.apiCallTimeout(LONGEST_GREETING)));
            return true;
        } catch (SdkException silent) {
            return false;
        }
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException failure) {
            throw new BucketUnreachable(failure);
        }
    }

    /** As people who look after it would say where it is. */
    @Override
    public String toString() {
        return address;
    }

    @Override
    public void close() {
        client.close();
    }
}
