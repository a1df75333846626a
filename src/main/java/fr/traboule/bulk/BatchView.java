package fr.traboule.bulk;

import fr.traboule.requests.RequestStatus;
import fr.traboule.residents.AnswerWay;
import fr.traboule.web.Words;
import fr.traboule.works.WorkView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch as its page shows it.
 *
 * @param requests how many there are
 * @param ahead how many would come to what
 * @param ways how many people would be told in which way
 * @param others how many who reported the same things would be told too
 * @param results how many came to what
 * @param colleague name of who is given them
 * @param model title of the model answer
 * @param work that does it, once it was decided
 */
record BatchView(
        Batch batch,
        int requests,
        Map<LineResult, Integer> ahead,
        Map<AnswerWay, Integer> ways,
        int others,
        Map<LineResult, Integer> results,
        Optional<String> colleague,
        Optional<WorkView> work,
        List<Line> lines) {

    /**
     * One request of it.
     *
     * @param subject what it is about, where the agent sees it
     */
    record Line(BatchLine line, Optional<Words> subject, Optional<RequestStatus> status) {}

    int possible() {
        return ahead.getOrDefault(LineResult.DONE, 0);
    }

    int impossible() {
        return requests - possible();
    }

    /** Nothing has happened yet: it can be held back whole. */
    boolean waits() {
        return work.filter(view ->
                        view.work().startedAt().isEmpty() && view.work().state().isUnderWay())
                .isPresent();
    }

    boolean isUnderWay() {
        return work.filter(view -> view.work().state().isUnderWay()).isPresent();
    }
}
