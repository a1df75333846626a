package fr.traboule.desk;

import fr.traboule.requests.QueueEntry;
import fr.traboule.web.Words;
import java.util.List;
import java.util.Optional;

/**
 * A request as a line of the queue.
 *
 * @param title of its subject, where that is known
 * @param holder who has it in hand
 * @param excerpt of what was said
 * @param late whether the promised day is over
 */
record QueueLine(
        QueueEntry entry,
        Optional<Words> title,
        Words unit,
        Optional<String> holder,
        List<Piece> excerpt,
        boolean late) {

    /**
     * Some of the words.
     *
     * @param found whether they are what was looked for
     */
    record Piece(String words, boolean found) {}
}
