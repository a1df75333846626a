package fr.traboule.desk;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.desk.QueueLine.Piece;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.requests.QueueEntry;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Turns requests into lines that agents can take in at a glance. */
@Component
class QueueLines {

    private static final int EXCERPT = 140;
    /** Before each beginning and after each end of what was found. */
    private static final Pattern FOUND = Pattern.compile("(?=%s)|%s".formatted(QueueEntry.FOUND, QueueEntry.FOUND_END));

    private final Subjects subjects;
    private final Directory directory;
    private final AccountNames names;
    private final Clock clock;

    QueueLines(Subjects subjects, Directory directory, AccountNames names, Clock clock) {
        this.subjects = subjects;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    List<QueueLine> of(List<QueueEntry> entries, Language language) {
        return entries.stream().map(entry -> line(entry, language)).toList();
    }

    private QueueLine line(QueueEntry entry, Language language) {
        return new QueueLine(
                entry,
                entry.subject()
                        .flatMap(subjects::byId)
                        .map(subject -> subject.title().in(language)),
                directory.unit(entry.unit()).name().in(language),
                entry.heldBy().map(names::of),
                excerpt(entry.description()),
                entry.status().isOpen() && CityTime.day(clock.instant()).isAfter(entry.dueOn()));
    }

    private static List<Piece> excerpt(String description) {
        var line = description.replaceAll("\\s+", " ");
        var some =
                line.length() <= EXCERPT || line.contains(QueueEntry.FOUND) ? line : line.substring(0, EXCERPT) + "…";
        return FOUND.splitAsStream(some).map(QueueLines::piece).toList();
    }

    private static Piece piece(String words) {
        return words.startsWith(QueueEntry.FOUND) ? new Piece(words.substring(1), true) : new Piece(words, false);
    }
}
