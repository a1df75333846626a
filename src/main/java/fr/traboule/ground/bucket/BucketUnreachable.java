package fr.traboule.ground.bucket;

/** The store gave no answer, or refused: tried again later, it may. */
public class BucketUnreachable extends RuntimeException {

    BucketUnreachable(Exception cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
