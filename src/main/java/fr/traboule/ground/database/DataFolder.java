package fr.traboule.ground.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that lasts between runs: the database, its programs, its secrets, the logs. One program at a time uses it. */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes the folder if needed and takes it for this process, until {@link #close()} or the end of the process. */
    @SuppressWarnings("StreamResourceLeak") // the lock is held, and the channel open, as long as the folder is ours
    public static DataFolder take(Path root) {
        try {
            Files.createDirectories(root);
            var lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new StartRefused(("Another Traboule is already running on the data folder %s."
                                + " Stop it first, or choose another folder with --data.")
                        .formatted(root));
            }
            return new DataFolder(root, lock);
        } catch (IOException denied) {
            throw new StartRefused(
                    "The data folder %s cannot be used by this user (%s). Choose another one with --data."
                            .formatted(root, denied.getMessage()));
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    public Path root() {
        return root;
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
