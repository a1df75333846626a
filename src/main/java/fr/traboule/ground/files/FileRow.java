package fr.traboule.ground.files;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as its row tells it.
 *
 * @param file with the state that people are told
 * @param kept the state that the row has
 * @param objectKey where its bytes are in the bucket; null where they are in the database, or gone
 * @param reason what the antivirus recognised
 * @param scanError why the antivirus could not say
 */
@SuppressWarnings("ArrayRecordComponent")
record FileRow(
        StoredFile file,
        Optional<UUID> owner,
        FileState kept,
        byte[] sha256,
        @Nullable String objectKey,
        boolean altered,
        Optional<String> reason,
        Optional<String> scanError) {

    FileId id() {
        return file.id();
    }

    boolean isApart() {
        return kept == FileState.QUARANTINED;
    }
}
