package fr.traboule.ground.files;

import fr.traboule.ground.antivirus.AntivirusUnreachable;
import fr.traboule.ground.antivirus.Clamd;
import fr.traboule.ground.bucket.Bucket;
import fr.traboule.ground.bucket.BucketUnreachable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the bytes of files go, and who looks at them, as this installation is set. Keys in the bucket begin with what no other
 * installation has, so that two of them cannot sweep each other's files; each writing has a key of its own.
 */
public final class FileStorage {

    private static final Logger log = LoggerFactory.getLogger(FileStorage.class);

    private final Optional<Bucket> bucket;
    private final boolean newToBucket;
    private final Optional<Clamd> clamd;
    private final UUID prefix;
    private final Clock clock;

    FileStorage(Optional<Bucket> bucket, boolean newToBucket, Optional<Clamd> clamd, UUID prefix, Clock clock) {
        this.bucket = bucket;
        this.newToBucket = newToBucket;
        this.clamd = clamd;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** The bucket as people who look after it would say it, where there is one. */
    public Optional<String> bucketName() {
        return bucket.map(Bucket::toString);
    }

    /** Whether the store answers now, where there is one. */
    public boolean bucketAnswers() {
        return bucket.map(Bucket::answers).orElse(false);
    }

    /** The antivirus likewise, where there is one. */
    public Optional<String> antivirusName() {
        return clamd.map(Clamd::toString);
    }

    /** As it says it itself; empty where there is none, or it does not answer now. */
    public Optional<String> antivirusVersion() {
        try {
            return clamd.map(Clamd::version);
        } catch (AntivirusUnreachable silent) {
            return Optional.empty();
        }
    }

    Optional<Clamd> antivirus() {
        return clamd;
    }

    boolean hasBucket() {
        return bucket.isPresent();
    }

    /** Whether new files go there. */
    public boolean newToBucket() {
        return newToBucket;
    }

    boolean scans() {
        return clamd.isPresent();
    }

    Instant now() {
        return clock.instant();
    }

    String prefix(String schema) {
        return prefix + "/" + schema + "/";
    }

    /** @param apart where bytes that may harm stand, so that the store can have other rules for them */
    String write(String schema, FileId id, byte[] content, boolean apart) {
        var key = prefix(schema) + (apart ? "quarantine/" : "") + id.value() + "/" + UUID.randomUUID();
        asked(() -> {
            inUse().put(key, content, sha256(content));
            return key;
        });
        return key;
    }

    Optional<byte[]> read(String key) {
        return asked(() -> inUse().get(key));
    }

    /** Nothing refers to it any more. Where it cannot be deleted now, the sweep finds it. */
    void forget(@Nullable String key) {
        if (key != null) {
            try {
                inUse().delete(key);
            } catch (BucketUnreachable later) {
                log.atWarn().addKeyValue("error", later.getMessage()).log("An object is left to the sweep");
            }
        }
    }

    void writtenBefore(Instant instant, String schema, Consumer<List<String>> some) {
        asked(() -> {
            inUse().writtenBefore(instant, prefix(schema), some);
            return true;
        });
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bucket inUse() {
        return bucket.orElseThrow(() -> new IllegalStateException("A file is in a bucket, and none is set"));
    }

    private interface Asked<T> {
        T answer();
    }

    private static <T> T asked(Asked<T> asked) {
        try {
            return asked.answer();
        } catch (BucketUnreachable away) {
            throw new StorageUnreachable(away);
        }
    }
}
