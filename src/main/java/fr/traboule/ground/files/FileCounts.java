package fr.traboule.ground.files;

/**
 * How the files of a schema stand.
 *
 * @param waiting for the antivirus
 * @param unchecked that nothing looked at
 * @param altered whose bytes are not those that came
 */
public record FileCounts(long inDatabase, long inBucket, long waiting, long unchecked, long setAside, long altered) {

    public static final FileCounts NONE = new FileCounts(0, 0, 0, 0, 0, 0);

    public FileCounts plus(FileCounts other) {
        return new FileCounts(
                inDatabase + other.inDatabase,
                inBucket + other.inBucket,
                waiting + other.waiting,
                unchecked + other.unchecked,
                setAside + other.setAside,
                altered + other.altered);
    }
}
