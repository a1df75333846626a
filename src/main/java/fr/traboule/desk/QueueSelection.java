package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.FindRequests;
import fr.traboule.requests.QueueEntry;
import fr.traboule.requests.RequestNumber;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For floors above: the requests that were chosen in the queue, one by one or by its filters. */
@Component
public class QueueSelection {

    /** More is no longer read by anybody before it is done. */
    public static final int MOST = 500;

    private final FindRequests requests;
    private final Filters filters;

    QueueSelection(FindRequests requests, Filters filters) {
        this.requests = requests;
        this.filters = filters;
    }

    /** What is not a number is left out. */
    public static List<RequestNumber> chosen(List<String> numbers) {
        return numbers.stream()
                .limit(MOST)
                .flatMap(number -> RequestNumber.of(number).stream())
                .toList();
    }

    /** Those first in the queue; none where the filters are unknown. */
    public List<RequestNumber> found(Actor.Agent agent, String query) {
        return filters.read(agent, FilterForm.read(query))
                .map(filter -> requests.queue(agent, filter, Optional.empty(), MOST).stream()
                        .map(QueueEntry::number)
                        .toList())
                .orElse(List.of());
    }

    /** The queue again, where nothing was chosen. */
    public static String nothingChosen(String query) {
        var given = FilterForm.read(query).given();
        given.put(QueueController.CHOOSING, QueueController.NOTHING_CHOSEN);
        return "redirect:" + FilterForm.address(QueueController.ADDRESS, given) + "#liste";
    }
}
