package fr.traboule.ground.bucket;

import fr.traboule.ground.database.StartRefused;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which bucket there is, if any.
 *
 * @param endpoint address of the store; without it, Amazon's own in that region
 * @param key name of the account, with its {@code secret}
 * @param pathStyle whether the bucket stands in the path of addresses rather than in the name of the host
 * @param timeout for one file, with all its attempts
 */
@ConfigurationProperties("traboule.files.s3")
public record S3Settings(
        @Nullable URI endpoint,
        @DefaultValue("eu-west-3") String region,
        @Nullable String bucket,
        @Nullable String key,
        @Nullable String secret,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("10s") Duration timeout) {

    /**
     * @return empty where none is set
     * @throws StartRefused where something is missing, or the store refuses
     */
    public Optional<Bucket> bucketInUse() {
        if (isBlank(bucket) && endpoint == null && isBlank(key)) {
            return Optional.empty();
        }
        if (endpoint != null
                && (endpoint.getHost() == null
                        || !"https".equals(endpoint.getScheme()) && !"http".equals(endpoint.getScheme()))) {
            throw new StartRefused(
                    "TRABOULE_FILES_S3_ENDPOINT is not an address that begins with https://: %s".formatted(endpoint));
        }
        return Optional.of(Bucket.open(
                this, required(bucket, "BUCKET"), new Login(required(key, "KEY"), required(secret, "SECRET"))));
    }

    /** An account of the store. */
    record Login(String key, String secret) {

        @Override
        public String toString() {
            return "Login[" + key + "]";
        }
    }

    /** The secret is in no log. */
    @Override
    public String toString() {
        return "S3Settings[%s, %s, %s]".formatted(endpoint, region, bucket);
    }

    private static String required(@Nullable String setting, String name) {
        if (setting == null || setting.isBlank()) {
            throw new StartRefused("To keep files in an S3 bucket, set TRABOULE_FILES_S3_%s too.".formatted(name));
        }
        return setting.strip();
    }

    private static boolean isBlank(@Nullable String setting) {
        return setting == null || setting.isBlank();
    }
}
