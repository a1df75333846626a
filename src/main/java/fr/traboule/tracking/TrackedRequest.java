package fr.traboule.tracking;

import fr.traboule.ground.files.StoredFile;
import fr.traboule.requests.RequestAct;
import fr.traboule.requests.RequestStatus;
import fr.traboule.residents.AnswerWay;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request as the person who made it sees it.
 *
 * @param title what it is about, where that is known
 * @param passedOnTo the administration that will do the work, where it is not the city
 * @param received when, in words
 * @param late whether the promised day is over and no answer was given
 * @param pictures what everybody may see of the photos
 * @param possible what the person may do with it now
 * @param otherWays in which they may be answered instead
 */
record TrackedRequest(
        String number,
        RequestStatus status,
        Optional<Words> title,
        Words unit,
        Optional<String> phone,
        Optional<Words> passedOnTo,
        String received,
        LocalDate dueOn,
        boolean late,
        String description,
        Optional<String> place,
        List<StoredFile> files,
        List<TrackedPicture> pictures,
        Set<RequestAct> possible,
        AnswerWay way,
        List<AnswerWay> otherWays,
        int version,
        List<TimelineEntry> story) {

    /** A photo as everybody may see it. */
    record TrackedPicture(String id, String name, boolean hidesParts) {}

    boolean hasPhotos() {
        return files.stream().anyMatch(file -> file.mediaType().startsWith("image/"));
    }

    boolean hasOtherPhotos() {
        return files.stream()
                        .filter(file -> file.mediaType().startsWith("image/"))
                        .count()
                > pictures.size();
    }

    /** Whether they may write to the service from the page. */
    boolean mayWrite() {
        return Stream.of(RequestAct.ADD, RequestAct.RESUME, RequestAct.REOPEN).anyMatch(possible::contains);
    }
}
