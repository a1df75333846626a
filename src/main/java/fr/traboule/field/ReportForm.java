package fr.traboule.field;

import fr.traboule.city.FindPlace;
import fr.traboule.city.Point;
import fr.traboule.requests.Statement;
import fr.traboule.requests.TakeFiles;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * What an agent fills in, in the street.
 *
 * @param key made by the telephone or with the page: it becomes the request's id
 * @param owner of what a telephone kept: the account that was signed in on it then
 * @param subjectWords the name of a subject, from the list or as typed
 * @param subject code of the one that was chosen among those found
 * @param placeAsked the words that the addresses to choose from were found for: a choice made for other words says nothing
 * @param landmark words for whoever will look for it there
 * @param accuracy of the position, in metres
 * @param ago seconds since it was seen, by the telephone's own clock
 */
record ReportForm(
        @NotNull(message = "{field.form.key.missing}") @Nullable
        UUID key,

        @Nullable UUID owner,

        @Size(max = 200, message = "{field.form.subject.unknown}") @Nullable
        String subjectWords,

        @Nullable String subject,

        @Size(max = Statement.LONGEST, message = "{field.form.description.tooLong}") @Nullable
        String description,

        @Nullable List<MultipartFile> files,

        @Size(max = FindPlace.LONGEST, message = "{field.form.place.tooLong}") @Nullable
        String place,

        @Nullable String placeAsked,
        @Nullable String placeChoice,

        @Size(max = LONGEST_LANDMARK, message = "{field.form.landmark.tooLong}") @Nullable
        String landmark,

        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracy,
        @Nullable Long ago) {

    static final int LONGEST_LANDMARK = 200;

    /** Longer than any telephone waits, and short enough to count with. */
    private static final long MOST_SECONDS = Duration.ofDays(36_500).toSeconds();

    static ReportForm blank(UUID key) {
        return new ReportForm(key, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** What cannot be read off one field alone. */
    void check(Errors errors) {
        if (given(subjectWords).isEmpty()
                && given(subject).isEmpty()
                && given(description).isEmpty()) {
            errors.rejectValue("description", "field.form.nothing");
        }
        if (chosen().size() > Report.MOST_PHOTOS) {
            errors.rejectValue("files", "requests.files.tooMany", new Object[] {Report.MOST_PHOTOS}, "");
        }
        if ((latitude != null || longitude != null) && position().isEmpty()) {
            errors.rejectValue("place", "field.form.position.wrong");
        }
        if (Report.isAhead(seenBefore())) {
            errors.rejectValue("ago", "field.form.ago.ahead");
        } else if (Report.isTooEarly(seenBefore())) {
            errors.rejectValue("ago", "field.form.ago.tooEarly");
        }
    }

    ReportForm withoutChoice() {
        return new ReportForm(
                key,
                owner,
                subjectWords,
                subject,
                description,
                files,
                place,
                null,
                null,
                landmark,
                latitude,
                longitude,
                accuracy,
                ago);
    }

    Duration seenBefore() {
        return ago == null ? Duration.ZERO : Duration.ofSeconds(Math.clamp(ago, -MOST_SECONDS, MOST_SECONDS));
    }

    Optional<Point> position() {
        return latitude != null && longitude != null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? Optional.of(new Point(longitude, latitude))
                : Optional.empty();
    }

    /** In whole metres, where the telephone said it. */
    Optional<Long> metres() {
        return Optional.ofNullable(accuracy)
                .filter(known -> known >= 0 && known < 100_000)
                .map(Math::round);
    }

    List<MultipartFile> chosen() {
        return TakeFiles.chosen(files);
    }

    FindPlace.Said where() {
        return new FindPlace.Said(
                given(place).orElse(null),
                null,
                placeAsked == null || place == null || place.equals(placeAsked) ? placeChoice : null);
    }

    static Optional<String> given(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }
}
