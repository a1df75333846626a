package fr.traboule.works;

import fr.traboule.ground.works.Work;
import fr.traboule.ground.works.WorkId;
import fr.traboule.web.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A long work as its page shows it to one reader.
 *
 * @param titleKey empty where another version of the program asked for it
 * @param who asked, if it was not the program itself
 * @param silentSince when it moved on last, where that is long ago
 * @param downloadable whether this reader may have the file that it made
 * @param outcome page that shows this reader what came of it
 */
public record WorkView(
        Work work,
        Optional<String> titleKey,
        Optional<String> who,
        Optional<Instant> silentSince,
        boolean downloadable,
        Optional<String> outcome) {

    static final String ADDRESS = "/administration/travaux";
    private static final int MOST_IN_MINUTES = 90;

    /** Where whoever asked for a work, or looks after the program, follows it. */
    public static String address(WorkId id) {
        return ADDRESS + "/" + id.value();
    }

    public String address() {
        return address(work.id());
    }

    public String title(Wording wording) {
        return titleKey.map(key -> wording.text(key, work.titleArguments().toArray()))
                .orElse(work.kind());
    }

    /** « 1 200 sur 5 000 (24 %) », or « 1 200 » where nobody knows how many there are. */
    public String done(Wording wording) {
        var progress = work.progress();
        return progress.percent()
                .map(percent -> wording.text(
                        "works.doneOf",
                        wording.number(progress.far()),
                        wording.number(progress.total().orElseThrow()),
                        percent))
                .orElseGet(() -> wording.text("works.done", progress.far()));
    }

    /** « encore environ 3 minutes » */
    public Optional<String> timeLeft(Wording wording) {
        return silentSince.isPresent()
                ? Optional.empty()
                : work.progress().timeLeft().map(left -> timeLeft(left, wording));
    }

    private static String timeLeft(Duration left, Wording wording) {
        var minutes = left.plusMinutes(1).minusMillis(1).toMinutes();
        if (minutes <= 1) {
            return wording.text("works.left.moment");
        }
        return minutes <= MOST_IN_MINUTES
                ? wording.text("works.left.minutes", minutes)
                : wording.text("works.left.hours", left.plusMinutes(30).toHours());
    }
}
