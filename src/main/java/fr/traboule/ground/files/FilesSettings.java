package fr.traboule.ground.files;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param store where new files go: without it, to the bucket where there is one, else to the database */
@ConfigurationProperties("traboule.files")
record FilesSettings(@Nullable Place store) {

    enum Place {
        DATABASE,
        S3
    }
}
