package fr.traboule.ground.files;

/** What keeps the bytes of files does not answer now. Nothing was stored. */
public class StorageUnreachable extends RuntimeException {

    StorageUnreachable(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
