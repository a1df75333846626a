package fr.traboule.upkeep;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileCounts;
import fr.traboule.ground.files.FileStorage;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.MoveFiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks at where files are and at who examines them, and has them moved. */
@Service
class FileUpkeep {

    private static final Logger log = LoggerFactory.getLogger(FileUpkeep.class);

    private final List<FileStore> stores;
    private final FileStorage storage;
    private final MoveFiles moveFiles;
    private final Permissions permissions;

    FileUpkeep(List<FileStore> stores, FileStorage storage, MoveFiles moveFiles, Permissions permissions) {
        this.stores = stores;
        this.storage = storage;
        this.moveFiles = moveFiles;
        this.permissions = permissions;
    }

    /**
     * How files stand, in all schemas together.
     *
     * @param bucket where there is one
     * @param bucketAnswers whether its store answers now
     * @param newToBucket whether new files go there
     * @param elsewhere files that are not where new ones go
     * @param antivirus where there is one
     * @param version as the antivirus says it; none where it does not answer
     */
    record Overview(
            Optional<String> bucket,
            boolean bucketAnswers,
            boolean newToBucket,
            FileCounts counts,
            long elsewhere,
            Optional<Instant> movingSince,
            Optional<String> antivirus,
            Optional<String> version) {}

    Overview overview(Actor actor) {
        permissions.require(actor, UpkeepPermission.RUN);
        var counts = stores.stream().map(FileStore::counts).reduce(FileCounts.NONE, FileCounts::plus);
        return new Overview(
                storage.bucketName(),
                storage.bucketAnswers(),
                storage.newToBucket(),
                counts,
                storage.newToBucket() ? counts.inDatabase() : counts.inBucket(),
                moveFiles.movingSince(),
                storage.antivirusName(),
                storage.antivirusVersion());
    }

    boolean scans() {
        return storage.antivirusName().isPresent();
    }

    boolean move(Actor actor) {
        permissions.require(actor, UpkeepPermission.RUN);
        tell(actor, "Files are to be moved");
        return moveFiles.start();
    }

    boolean stopMoving(Actor actor) {
        permissions.require(actor, UpkeepPermission.RUN);
        tell(actor, "Files are to be moved no more");
        return moveFiles.stop();
    }

    private static void tell(Actor actor, String what) {
        log.atInfo()
                .addKeyValue(
                        "account", actor.actingAccount().map(Object::toString).orElse("program"))
                .log(what);
    }
}
