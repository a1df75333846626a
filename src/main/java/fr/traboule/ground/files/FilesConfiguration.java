package fr.traboule.ground.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.traboule.ground.antivirus.ClamdSettings;
import fr.traboule.ground.bucket.S3Settings;
import fr.traboule.ground.database.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where files go and who looks at them, as the settings say, and the jobs that see to it: one node at a time runs each. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FilesSettings.class, S3Settings.class, ClamdSettings.class})
class FilesConfiguration {

    private static final Duration BETWEEN_SCANS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_MOVES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(12);

    /** Long enough for whoever brings back a database of the week before to think of its bucket. */
    private static final Duration OBJECTS_KEPT = Duration.ofDays(30);

    @Bean
    FileStorage fileStorage(FilesSettings settings, S3Settings s3, ClamdSettings clamd, JdbcClient jdbc, Clock clock) {
        var bucket = s3.bucketInUse();
        var newToBucket = settings.store() == null ? bucket.isPresent() : settings.store() == FilesSettings.Place.S3;
        if (newToBucket && bucket.isEmpty()) {
            throw new StartRefused("TRABOULE_FILES_STORE says s3: set TRABOULE_FILES_S3_BUCKET and what goes with it.");
        }
        var prefix = jdbc.sql("select prefix from ground.file_storage")
                .query(UUID.class)
                .single();
        return new FileStorage(bucket, newToBucket, clamd.clamd(), prefix, clock);
    }

    /** Better no start than a city whose files cannot be opened and nobody knows why. */
    @Bean
    SmartInitializingSingleton refuseWithoutItsBucket(List<FileStore> stores, FileStorage storage) {
        return () -> {
            if (!storage.hasBucket()
                    && stores.stream().anyMatch(store -> store.rows().anyInBucket())) {
                throw new StartRefused(
                        "Files of this city are in an S3 bucket: set TRABOULE_FILES_S3_BUCKET and what goes with it. To leave the bucket, set TRABOULE_FILES_STORE=database too, and move the files on the page /administration/fichiers.");
            }
        };
    }

    @Bean
    RecurringTask<Void> scanFilesJob(ScanFiles scanFiles) {
        return Tasks.recurring("scan-files", FixedDelay.of(BETWEEN_SCANS))
                .execute((instance, context) -> scanFiles.scanAll());
    }

    @Bean
    RecurringTask<Void> moveFilesJob(MoveFiles moveFiles) {
        return Tasks.recurring("move-files", FixedDelay.of(BETWEEN_MOVES))
                .execute((instance, context) -> moveFiles.moveAll());
    }

    @Bean
    RecurringTask<Void> sweepFileObjectsJob(List<FileStore> stores, FileStorage storage) {
        return Tasks.recurring("sweep-file-objects", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((instance, context) ->
                        stores.forEach(store -> store.sweepObjects(storage.now().minus(OBJECTS_KEPT))));
    }
}
